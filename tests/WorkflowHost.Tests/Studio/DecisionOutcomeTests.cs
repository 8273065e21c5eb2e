using System.Text.Json.Nodes;
using static WorkflowHost.Tests.Studio.StudioCalls;

namespace WorkflowHost.Tests.Studio;

/// <summary>A task's outcomes and the decision of its form.</summary>
[Collection(StudioCollection.Name)]
public sealed class DecisionOutcomeTests(StudioHost host)
{
    private const string Start =
        """{"id":"a0","type":"Elsa.Event","version":1,"name":"Event1","eventName":{"typeName":"String","expression":{"type":"Literal","value":"seguir"}},"customProperties":{"canStartWorkflow":true}}""";

    private const string After = """{"id":"a2","type":"Elsa.SetName","version":1,"name":"SetName1","value":{"typeName":null,"expression":{"type":"Literal","value":"Uno"}}}""";

    private readonly HttpClient _studio = host.Designer();

    [Fact]
    public async Task Outcomes_left_empty_are_those_the_form_can_decide()
    {
        var saved = await _studio.SaveAsync(await DraftAsync(null));

        Outcomes(saved).ShouldBe("""["aprobado","devuelto"]""");
        saved["outcomesTaken"]!.AsArray().Select(id => (string?)id).ShouldBe(["a1"]);
    }

    [Fact]
    public async Task Studio_may_send_them_empty_again_and_nothing_changes()
    {
        var draft = await DraftAsync(null);
        await _studio.SaveAsync(draft);

        var again = await _studio.SaveAsync(draft);

        Outcomes(again).ShouldBe("""["aprobado","devuelto"]""");
    }

    [Theory]
    [InlineData("Done", null)]
    [InlineData(null, """["aprobado"]""")]
    public async Task What_a_designer_drew_is_left_alone(string? arrow, string? outcomes)
    {
        var saved = await _studio.SaveAsync(await DraftAsync(outcomes, arrow));

        Outcomes(saved).ShouldBe(outcomes);
        saved["outcomesTaken"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_is_stored_as_it_came()
    {
        var model = await DraftAsync(null);

        var imported = await _studio.CallAsync("/workflow-definitions/import", model);

        StepOf(imported)["outcomes"].ShouldBeNull();
    }

    [Fact]
    public async Task A_form_without_a_decision_gives_none()
    {
        var saved = await _studio.SaveAsync(await DraftAsync(null, form: "correccion"));

        Outcomes(saved).ShouldBeNull();
    }

    [Fact]
    public async Task Publishing_tells_of_outcomes_and_decisions_that_do_not_meet()
    {
        var published = await _studio.SaveAsync(await DraftAsync("""["aprobado","rechazado"]""", "aprobado"), publish: true);

        var warnings = published["warnings"]!.AsArray().Select(text => (string)text!).ToList();
        warnings.ShouldContain(text => text.Contains("nunca es «rechazado»", StringComparison.Ordinal));
        warnings.ShouldContain(text => text.Contains("decide «devuelto»", StringComparison.Ordinal));
        warnings.ShouldNotContain(text => text.Contains("decide «aprobado»", StringComparison.Ordinal));
    }

    private async Task<JsonObject> DraftAsync(string? outcomes, string? arrow = null, string form = "visto-bueno")
    {
        var task = JsonNode.Parse($$$$"""
            {"id":"a1","type":"WorkflowHost.FormTask","version":1,"name":"FormTask1",
             "form":{"typeName":"String","expression":{"type":"Literal","value":"{{{{form}}}}"}},
             "role":{"typeName":"String","expression":{"type":"Literal","value":"coordinacion-general"}},
             "due":{"typeName":"String","expression":{"type":"Literal","value":"1.00:00:00"}}}
            """)!.AsObject();
        if (outcomes is not null)
            task["outcomes"] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = outcomes } };
        var created = await _studio.CreateAsync();
        created["root"]!["activities"] = new JsonArray(JsonNode.Parse(Start), task, JsonNode.Parse(After));
        var connections = new JsonArray(Connection("a0", "Done", "a1"));
        if (arrow is not null)
            connections.Add(Connection("a1", arrow, "a2"));
        created["root"]!["connections"] = connections;
        return created;
    }

    private static JsonNode Connection(string from, string port, string to) => JsonNode.Parse(
        $$$"""{"source":{"activity":"{{{from}}}","port":"{{{port}}}"},"target":{"activity":"{{{to}}}","port":"In"},"vertices":[]}""")!;

    private static JsonNode StepOf(JsonObject definition) =>
        definition["root"]!["activities"]!.AsArray().Single(step => step.Text("id") == "a1")!;

    private static string? Outcomes(JsonObject saved) => (string?)StepOf(saved["workflowDefinition"]!.AsObject())["outcomes"]?["expression"]?["value"];
}
