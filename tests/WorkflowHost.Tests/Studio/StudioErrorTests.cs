using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

[Collection(StudioCollection.Name)]
public sealed class StudioErrorTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task A_save_that_would_empty_the_definition_is_refused_with_a_reason_Studio_shows()
    {
        var stored = await _studio.CreateWithAsync(SetName, Finish);
        var emptied = (JsonObject)stored.DeepClone();
        emptied["root"]!["activities"] = new JsonArray();
        emptied["root"]!["connections"] = new JsonArray();

        foreach (var publish in new[] { false, true })
        {
            var answer = await _studio.SaveAsync(emptied, publish, HttpStatusCode.BadRequest);
            answer.Number("statusCode").ShouldBe(400);
            answer["errors"]!["generalErrors"]![0]!.GetValue<string>().ShouldContain("vacío");
        }

        var read = await _studio.ReadAsync($"/workflow-definitions/by-id/{stored.Text("id")}");
        read["root"]!["activities"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Publishing_names_all_mistakes_and_stores_nothing()
    {
        var stored = await _studio.CreateWithAsync(SetName);
        var broken = (JsonObject)stored.DeepClone();
        broken["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""
            {"id":"t1","type":"WorkflowHost.FormTask","version":1,"name":"FormTask1","metadata":{"displayText":"Revisar"},
             "form":{"typeName":"String","expression":{"type":"Literal","value":"no-existe"}},
             "role":{"typeName":"String","expression":{"type":"Literal","value":"nadie"}}}
            """));

        var answer = await _studio.SaveAsync(broken, publish: true, HttpStatusCode.BadRequest);

        var reasons = answer["errors"]!["generalErrors"]!.AsArray().Select(r => r!.GetValue<string>()).ToList();
        reasons.ShouldContain("«Revisar»: No hay un formulario publicado «no-existe».");
        reasons.ShouldContain("«Revisar»: No existe el rol «nadie».");
        var read = await _studio.ReadAsync($"/workflow-definitions/by-id/{stored.Text("id")}");
        read["root"]!["activities"]!.AsArray().Count.ShouldBe(1);
        read.Flag("isPublished").ShouldBeFalse();
    }

    [Fact]
    public async Task Publishing_refuses_a_name_that_another_definition_has()
    {
        var taken = await _studio.CreateAsync();
        var other = await _studio.CreateWithAsync(SetName);
        other["name"] = taken.Text("name");

        var answer = await _studio.SaveAsync(other, publish: true, HttpStatusCode.BadRequest);

        answer["errors"]!["generalErrors"]![0]!.GetValue<string>().ShouldContain(taken.Text("name"));
    }

    [Fact]
    public async Task Publishing_refuses_a_script_that_does_not_parse()
    {
        var broken = await _studio.CreateWithAsync(SetName.Replace(
            "{\"type\":\"Literal\",\"value\":\"Uno\"}", "{\"type\":\"JavaScript\",\"value\":\"1 +\"}", StringComparison.Ordinal));

        await _studio.SaveAsync(broken, publish: true, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Publishing_refuses_a_start_that_lacks_what_it_starts_by()
    {
        var broken = await _studio.CreateWithAsync(
            """{"id":"r1","type":"WorkflowHost.FormReceived","version":1,"name":"FormReceived1","customProperties":{"canStartWorkflow":true}}""");

        var answer = await _studio.SaveAsync(broken, publish: true, HttpStatusCode.BadRequest);

        answer["errors"]!["generalErrors"]!.ToJsonString().ShouldContain("FormReceived1");
    }

    [Fact]
    public async Task Every_shipped_definition_could_be_published_again()
    {
        var list = await _studio.ReadAsync("/workflow-definitions?versionOptions=Published");
        foreach (var row in list["items"]!.AsArray().Where(i => !i.Text("name").StartsWith("Prueba", StringComparison.Ordinal)))
        {
            var read = await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{row.Text("definitionId")}?versionOptions=Latest");
            await _studio.SaveAsync(read, publish: true);
        }
    }

    [Fact]
    public async Task A_definition_with_unknown_activities_is_kept_but_not_published()
    {
        var stored = await _studio.CreateWithAsync(SetName, """{"id":"u","type":"Acme.Scan","version":3,"name":"Scan1","secret":[1]}""");

        stored["root"]!["activities"]![1].Text("type").ShouldBe("Elsa.NotFoundActivity");
        await _studio.SaveAsync(stored, publish: true, HttpStatusCode.BadRequest);
        var saved = (await _studio.SaveAsync(stored))["workflowDefinition"]!;
        using var file = await _studio.GetAsync($"{Api}/workflow-definitions/{saved.Text("definitionId")}/export");
        var exported = JsonNode.Parse(await file.Content.ReadAsStringAsync())!["root"]!["activities"]![1]!;
        exported.Text("type").ShouldBe("Acme.Scan");
        exported["secret"]!.ToJsonString().ShouldBe("[1]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"model":{"name":"x"}}""")]
    [InlineData("""{"model":{"name":"x","root":{"id":"r"}}}""")]
    [InlineData("""{"model":{"name":null,"root":{"id":"r","type":"Elsa.Flowchart","version":1}}}""")]
    public async Task Whatever_is_sent_the_answer_is_a_readable_400(string body)
    {
        using var response = await _studio.PostAsync(
            $"{Api}/workflow-definitions", new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        answer["errors"]!["generalErrors"]![0]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Unknown_version_options_are_a_400() =>
        (await _studio.StatusAsync("/workflow-definitions?versionOptions=Newest")).ShouldBe(HttpStatusCode.BadRequest);
}
