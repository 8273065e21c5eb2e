using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Descriptors;

namespace WorkflowHost.Tests.Studio;

public sealed class SaveGuardTests
{
    private static readonly SaveGuard Guard = new(new Toolbox(ActivityRegistry.WithBuiltIns()));

    [Fact]
    public void An_empty_canvas_does_not_replace_a_full_one() =>
        Guard.Check(Flowchart("a", "b"), Flowchart()).ShouldHaveSingleItem().ShouldContain("vacío");

    [Fact]
    public void One_activity_dropped_on_a_canvas_that_failed_to_draw_does_not_replace_the_rest() =>
        Guard.Check(Flowchart("a", "b", "c"), Flowchart("new")).ShouldHaveSingleItem().ShouldContain("3 actividades");

    [Fact]
    public void Removing_some_activities_is_allowed() => Guard.Check(Flowchart("a", "b"), Flowchart("b", "c")).ShouldBeEmpty();

    [Fact]
    public void A_single_activity_may_be_exchanged() => Guard.Check(Flowchart("a"), Flowchart("b")).ShouldBeEmpty();

    [Fact]
    public void An_empty_definition_may_stay_empty() => Guard.Check(Flowchart(), Flowchart()).ShouldBeEmpty();

    [Fact]
    public void A_new_definition_may_be_empty() => Guard.Check(null, Flowchart()).ShouldBeEmpty();

    [Fact]
    public void Outcomes_written_as_a_script_are_refused_and_not_thrown_away()
    {
        var incoming = Flowchart("a");
        incoming["activities"]![0] = JsonNode.Parse("""
            {"id":"a","name":"Fork1","type":"Elsa.FlowFork","version":1,
             "branches":{"typeName":null,"expression":{"type":"JavaScript","value":"getBranches()"}}}
            """);

        Guard.Check(null, incoming).ShouldHaveSingleItem().ShouldContain("Fork1");
    }

    [Fact]
    public void A_repeated_activity_id_is_refused() => Guard.Check(null, Flowchart("a", "a")).ShouldHaveSingleItem().ShouldContain("«a»");

    private static JsonObject Flowchart(params string[] ids) => new()
    {
        ["id"] = "root",
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["activities"] = new JsonArray([.. ids.Select(id => new JsonObject { ["id"] = id, ["type"] = "Elsa.SetName", ["version"] = 1 })]),
    };
}
