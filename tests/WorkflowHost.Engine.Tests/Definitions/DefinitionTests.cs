using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Definitions;

public sealed class DefinitionTests
{
    [Fact]
    public void What_the_engine_does_not_know_survives_a_round_trip()
    {
        var json = JsonNode.Parse("""
            { "id": "v1", "definitionId": "d", "name": "D", "version": 3, "futureMember": { "a": [1, null] },
              "variables": [{ "id": "x", "name": "X", "typeName": "Acme.Type, Acme", "value": "1" }],
              "options": { "somethingNew": true },
              "root": { "id": "f", "nodeId": "Workflow1:f", "type": "Elsa.Flowchart", "version": 1, "metadata": { "zoom": 2 },
                "activities": [{ "id": "m", "nodeId": "Workflow1:f:m", "type": "Acme.Magic", "version": 7, "spell": { "words": ["a"] } }],
                "connections": [] } }
            """)!.AsObject();

        var definition = WorkflowDefinition.Parse(json);

        JsonNode.DeepEquals(JsonNode.Parse(definition.ToJson()), json).ShouldBeTrue();
        definition.Variables.ShouldBeEmpty("its type is not registered, so Elsa drops it when it runs");
    }

    [Fact]
    public void Reaching_an_unknown_activity_faults_and_loading_it_does_not()
    {
        var chart = Chart.Of("a>m, m>z").With(Chart.Activity("Acme.Magic", "m"));

        var scenario = Scenario.Start(chart);

        scenario.ToString().ShouldBe("Suspended [a] inc1");
        scenario.State.Incidents[0].Message.ShouldContain("Acme.Magic");
        scenario.Instance.Workflow.FindActivity("m")!.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void Node_ids_are_recomputed_and_missing_ids_generated()
    {
        var definition = WorkflowDefinition.Parse("""
            { "id": "v", "definitionId": "d", "root": { "id": "f", "nodeId": "wrong", "type": "Elsa.Flowchart", "version": 1, "activities": [
                { "id": "i", "nodeId": "stale", "type": "Elsa.If", "version": 1, "then": { "id": "t", "type": "Elsa.WriteLine", "version": 1 } },
                { "type": "Elsa.WriteLine", "version": 1 },
                { "id": "s", "type": "Elsa.Switch", "version": 1, "cases": [{ "label": "A", "condition": { "type": "JavaScript", "value": "true" },
                  "activity": { "id": "c", "type": "Elsa.WriteLine", "version": 1 } }] }] } }
            """);

        var compiled = CompiledWorkflow.Compile(definition, ActivityRegistry.WithBuiltIns());

        compiled.Nodes.Keys.ShouldBe(
            ["Workflow1", "Workflow1:f", "Workflow1:f:i", "Workflow1:f:i:t", "Workflow1:f:WriteLine1", "Workflow1:f:s", "Workflow1:f:s:c"],
            ignoreOrder: true);
        definition.ToJson().ShouldNotContain("stale");
    }

    [Fact]
    public void Two_activities_of_one_flowchart_with_the_same_id_are_refused()
    {
        var json = """
            { "definitionId": "d", "root": { "id": "f", "type": "Elsa.Flowchart", "version": 1, "activities": [
                { "id": "x", "type": "Elsa.WriteLine", "version": 1 }, { "id": "x", "type": "Elsa.WriteLine", "version": 1 }] } }
            """;

        Should.Throw<WorkflowDefinitionException>(() => WorkflowDefinition.Parse(json)).Message.ShouldContain("'x'");
    }

    [Theory]
    [InlineData("SingletonStrategy", ActivationStrategy.Singleton)]
    [InlineData("Elsa.Workflows.Runtime.ActivationValidators.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", ActivationStrategy.CorrelatedSingleton)]
    [InlineData("CorrelationStrategy", ActivationStrategy.Correlation)]
    [InlineData(null, ActivationStrategy.AllowAlways)]
    public void Activation_strategies_are_read_by_short_and_by_full_name(string? identifier, ActivationStrategy expected)
    {
        var json = new JsonObject { ["options"] = new JsonObject { ["activationStrategyType"] = identifier } };

        WorkflowDefinition.Parse(json).Options.ActivationStrategy.ShouldBe(expected);
    }

    [Fact]
    public void Older_forms_of_lists_and_connections_are_accepted()
    {
        var root = JsonNode.Parse("""
            { "id": "f", "type": "Elsa.Flowchart", "version": 1,
              "activities": { "$id": "1", "$values": [
                { "id": "a", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "a" } } },
                { "id": "b", "type": "Elsa.WriteLine", "version": 1, "text": "b" }] },
              "connections": [{ "source": "a", "target": "b", "sourcePort": "Done", "targetPort": "In" }] }
            """)!.AsObject();

        Scenario.Start(Chart.Definition("old", root)).ToString().ShouldBe("Finished [a,b]");
    }
}
