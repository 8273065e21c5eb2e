using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>The library of ready parts.</summary>
[Collection(StudioCollection.Name)]
public sealed class FragmentEndpointTests(StudioHost host)
{
    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task The_shipped_parts_are_offered_with_their_steps_and_a_picture()
    {
        var items = (await _studio.ReadAsync("/fragments"))["items"]!.AsArray();

        items.Select(item => item.Text("key")).Take(3).ShouldBe(["parte-visto-bueno", "parte-reintentos", "parte-canalizacion"]);
        foreach (var item in items)
        {
            item.Text("title").ShouldNotBeEmpty();
            item.Text("help").ShouldNotBeEmpty();
            item!["steps"]!.AsArray().ShouldNotBeEmpty();
            using var picture = await _studio.GetAsync($"{Api}/fragments/{item.Text("key")}/picture.svg");
            picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
            XDocument.Parse(await picture.Content.ReadAsStringAsync()).Root!.Name.LocalName.ShouldBe("svg");
        }
    }

    [Fact]
    public async Task A_part_comes_into_the_draft_beside_what_is_there_and_can_be_published()
    {
        var before = await _studio.CreateWithAsync(WaitForEvent.Replace("\"name\":\"Event1\"", "\"name\":\"Event1\",\"customProperties\":{\"canStartWorkflow\":true}"), SetName);
        var id = before.Text("definitionId");

        (await PutAsync("parte-visto-bueno", id)).ShouldBe(HttpStatusCode.NoContent);
        (await PutAsync("parte-visto-bueno", id)).ShouldBe(HttpStatusCode.NoContent);

        var after = await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{id}?versionOptions=Latest");
        var steps = after["root"]!["activities"]!.AsArray();
        steps.Count.ShouldBe(6);
        steps.Select(step => step.Text("id")).ShouldBeUnique();
        steps.Select(step => step.Text("id")).ShouldContain("a1");
        after["root"]!["connections"]!.AsArray().Count.ShouldBe(5);
        after["variables"]!.AsArray().Select(variable => variable.Text("name")).ShouldBe(["VistoBueno", "Correccion", "VistoBueno2", "Correccion2"]);
        await _studio.PublishAsync(after);
    }

    [Fact]
    public async Task A_part_or_a_process_that_is_not_there_changes_nothing()
    {
        (await PutAsync("parte-de-nadie", "registro")).ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync("parte-visto-bueno", "proceso-de-nadie")).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_process_is_kept_as_a_part_and_put_into_another()
    {
        var kept = await _studio.CreateWithAsync(WaitForEvent, SetName);
        var title = "Espera propia " + Guid.NewGuid().ToString("N")[..8];

        using (var answer = await _studio.SendJsonAsync("/fragments", new JsonObject { ["definitionId"] = kept.Text("definitionId"), ["title"] = title, ["help"] = "Espera y nombra" }))
            answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var row = (await _studio.ReadAsync("/fragments"))["items"]!.AsArray().Single(item => item.Text("title") == title)!;
        var other = await _studio.CreateAsync();
        (await PutAsync(row.Text("key"), other.Text("definitionId"))).ShouldBe(HttpStatusCode.NoContent);
        var after = await _studio.ReadAsync($"/workflow-definitions/by-definition-id/{other.Text("definitionId")}?versionOptions=Latest");
        after["root"]!["activities"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_part_without_words_is_refused_in_words()
    {
        var answer = await _studio.CallAsync(
            "/fragments", new JsonObject { ["definitionId"] = "registro", ["title"] = " ", ["help"] = "" }, HttpStatusCode.BadRequest);

        answer["errors"]!["generalErrors"]!.AsArray().ShouldHaveSingleItem();
    }

    private async Task<HttpStatusCode> PutAsync(string key, string definitionId)
    {
        using var answer = await _studio.SendJsonAsync($"/fragments/{key}/insertions", new JsonObject { ["definitionId"] = definitionId });
        return answer.StatusCode;
    }
}
