using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;

namespace WorkflowHost.Engine.Tests.Definitions;

public sealed class WorkflowGraftTests
{
    private const string Part = """
        {"definitionId":"part","variables":[{"id":"v1","name":"Times","typeName":"Int32"}],
         "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
           {"id":"a","type":"Elsa.SetVariable","version":1,"customProperties":{"canStartWorkflow":true},
            "variable":{"id":"v1","name":"Times"},"value":{"expression":{"type":"JavaScript","value":"getVariable('Times') + getTimes() + SomeTimes"}},
            "metadata":{"designer":{"position":{"x":10,"y":40}}}},
           {"id":"b","type":"Elsa.SetName","version":1,"value":{"expression":{"type":"Literal","value":"Times"}},"result":{"memoryReference":{"id":"v1"}},
            "metadata":{"designer":{"position":{"x":200,"y":20}}}}],
          "connections":[{"source":{"activity":"a","port":"Done"},"target":{"activity":"b","port":"In"},"vertices":[{"x":1,"y":2}]}]}}
        """;

    private const string Host = """
        {"definitionId":"host","name":"Host","variables":[{"id":"v9","name":"times","typeName":"Int32"}],
         "root":{"id":"root","type":"Elsa.Flowchart","version":1,"activities":[
           {"id":"a","type":"Elsa.SetName","version":1,"metadata":{"designer":{"position":{"x":50,"y":300}}}}],"connections":[]}}
        """;

    [Fact]
    public void What_was_there_stays_and_what_comes_has_ids_of_its_own()
    {
        var (definition, steps) = Insert(Host);

        var activities = definition["root"]!["activities"]!.AsArray();
        activities.Select(step => (string?)step!["id"]).ShouldBe(["a", .. steps]);
        steps.Count.ShouldBe(2);
        activities.Select(step => (string?)step!["id"]).ShouldBeUnique();
        var connection = definition["root"]!["connections"]!.AsArray().ShouldHaveSingleItem()!;
        ((string?)connection["source"]!["activity"]).ShouldBe(steps[0]);
        ((string?)connection["target"]!["activity"]).ShouldBe(steps[1]);
        connection["vertices"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public void A_variable_whose_name_is_taken_is_renamed_wherever_it_stands_but_not_in_literals()
    {
        var (definition, steps) = Insert(Host);

        var variables = definition["variables"]!.AsArray();
        variables.Select(variable => (string?)variable!["name"]).ShouldBe(["times", "Times2"]);
        var id = (string?)variables[1]!["id"];
        id.ShouldNotBe("v1");
        var set = Step(definition, steps[0]);
        ((string?)set["variable"]!["name"]).ShouldBe("Times2");
        ((string?)set["variable"]!["id"]).ShouldBe(id);
        ((string?)set["value"]!["expression"]!["value"]).ShouldBe("getVariable('Times2') + getTimes2() + SomeTimes");
        ((string?)Step(definition, steps[1])["value"]!["expression"]!["value"]).ShouldBe("Times");
        ((string?)Step(definition, steps[1])["result"]!["memoryReference"]!["id"]).ShouldBe(id);
    }

    [Fact]
    public void The_part_stands_below_and_starts_nothing()
    {
        var (definition, steps) = Insert(Host);

        var first = Step(definition, steps[0]);
        ((double)first["metadata"]!["designer"]!["position"]!["x"]!).ShouldBe(50);
        ((double)first["metadata"]!["designer"]!["position"]!["y"]!).ShouldBeGreaterThan(300);
        ((bool)first["customProperties"]!["canStartWorkflow"]!).ShouldBeFalse();
    }

    [Fact]
    public void The_same_part_can_come_twice()
    {
        var (once, _) = Insert(Host);

        var (twice, _) = Insert(once.ToJsonString());

        twice["root"]!["activities"]!.AsArray().Select(step => (string?)step!["id"]).ShouldBeUnique();
        twice["variables"]!.AsArray().Select(variable => (string?)variable!["name"]).ShouldBe(["times", "Times2", "Times3"]);
    }

    [Fact]
    public void Only_flowcharts_take_parts()
    {
        var sequence = WorkflowDefinition.Parse("""{"definitionId":"s","root":{"id":"r","type":"Elsa.Sequence","version":1,"activities":[]}}""");

        WorkflowGraft.IsPossible(sequence, WorkflowDefinition.Parse(Part)).ShouldBeFalse();
        WorkflowGraft.IsPossible(WorkflowDefinition.Parse(Host), WorkflowDefinition.Parse(Part)).ShouldBeTrue();
    }

    private static (JsonObject Definition, IReadOnlyList<string> Steps) Insert(string host) =>
        WorkflowGraft.Insert(WorkflowDefinition.Parse(host), WorkflowDefinition.Parse(Part), () => Guid.NewGuid().ToString("N"));

    private static JsonObject Step(JsonObject definition, string id) =>
        definition["root"]!["activities"]!.AsArray().OfType<JsonObject>().Single(step => (string?)step["id"] == id);
}
