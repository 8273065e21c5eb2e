using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Features.Workflows.Descriptors;

namespace WorkflowHost.Tests.Studio;

public sealed class DefinitionRepairTests
{
    private static readonly Toolbox Toolbox = new(ActivityRegistry.WithBuiltIns());
    private static readonly DefinitionRepair Repair = new(Toolbox, new UnknownActivities(Toolbox));

    [Fact]
    public void Node_ids_are_computed_and_not_believed()
    {
        var root = Root("""
            {"id":"fc1","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"a5","nodeId":"made:up","type":"Elsa.If","version":1,
               "then":{"id":"fc2","type":"Elsa.Flowchart","version":1,"activities":[{"id":"b1","type":"Elsa.SetName","version":1}]}}]}
            """);

        var shown = Repair.ForStudio(root);

        NodeIds(shown).ShouldBe(["Workflow1:fc1", "Workflow1:fc1:a5", "Workflow1:fc1:a5:fc2", "Workflow1:fc1:a5:fc2:b1"]);
    }

    [Fact]
    public void Nulls_where_lists_belong_become_empty()
    {
        var root = Root("""
            {"id":"f","type":"Elsa.Flowchart","version":1,"metadata":null,"customProperties":null,"variables":null,
             "activities":[{"id":"a","type":"Elsa.SetName","version":1},{"id":"b","type":"Elsa.SetName","version":1}],
             "connections":[{"source":{"activity":"a"},"target":{"activity":"b"},"vertices":null}]}
            """);

        var shown = Repair.ForStudio(root);

        shown["connections"]![0]!["vertices"].ShouldBeOfType<JsonArray>().ShouldBeEmpty();
        shown["variables"].ShouldBeOfType<JsonArray>();
        shown["metadata"].ShouldBeOfType<JsonObject>();
        shown["customProperties"].ShouldBeOfType<JsonObject>();
    }

    [Fact]
    public void A_missing_activity_version_becomes_the_latest()
    {
        var shown = Repair.ForStudio(Root("""{"id":"f","type":"Elsa.Flowchart","activities":[{"id":"a","type":"Elsa.SetName"}]}"""));

        shown["version"]!.GetValue<int>().ShouldBe(1);
        shown["activities"]![0]!["version"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"type":"Object","value":null}""")]
    [InlineData("""{"type":"JavaScript","value":"['a']"}""")]
    [InlineData("""{"type":"Object","value":"{}"}""")]
    public void Outcomes_that_are_no_list_of_texts_are_shown_as_none(string expression)
    {
        var root = Root($$$"""
            {"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"a","type":"Elsa.FlowFork","version":1,"branches":{"typeName":"Object","expression":{{{expression}}}}}]}
            """);

        var shown = Repair.ForStudio(root);

        shown["activities"]![0]!["branches"]!["expression"]!["value"]!.GetValue<string>().ShouldBe("[]");
    }

    [Fact]
    public void A_bare_value_of_a_wrapped_input_is_wrapped()
    {
        var shown = Repair.ForStudio(Root(
            """{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[{"id":"a","type":"Elsa.SetName","version":1,"value":"Ana"}]}"""));

        var value = shown["activities"]![0]!["value"]!;
        value["expression"]!["type"]!.GetValue<string>().ShouldBe("Literal");
        value["expression"]!["value"]!.GetValue<string>().ShouldBe("Ana");
    }

    [Fact]
    public void An_unknown_activity_is_shown_as_a_stand_in_with_the_ports_in_use()
    {
        var shown = Repair.ForStudio(Root(WithUnknown));

        var standIn = shown["activities"]![1]!.AsObject();
        standIn["type"]!.GetValue<string>().ShouldBe("Elsa.NotFoundActivity");
        standIn["missingTypeName"]!.GetValue<string>().ShouldBe("Acme.Scan");
        standIn["missingTypeVersion"]!.GetValue<int>().ShouldBe(7);
        standIn["outcomes"]!["expression"]!["value"]!.GetValue<string>().ShouldBe("""["Match","Done"]""");
        standIn["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(40);
        Toolbox.Find("Elsa.NotFoundActivity", 1).ShouldNotBeNull();
    }

    [Fact]
    public void An_unknown_activity_comes_back_from_Studio_without_loss()
    {
        var before = Repair.ForStorage(Root(WithUnknown));
        var shown = Repair.ForStudio((JsonObject)before.DeepClone());

        var after = Repair.ForStorage((JsonObject)shown.DeepClone());

        after.ToJsonString().ShouldBe(before.ToJsonString());
    }

    [Fact]
    public void A_stand_in_that_was_moved_moves_the_original()
    {
        var shown = Repair.ForStudio(Root(WithUnknown));
        shown["activities"]![1]!["metadata"]!["designer"]!["position"]!["x"] = 99;

        var stored = Repair.ForStorage(shown);

        stored["activities"]![1]!["type"]!.GetValue<string>().ShouldBe("Acme.Scan");
        stored["activities"]![1]!["metadata"]!["designer"]!["position"]!["x"]!.GetValue<int>().ShouldBe(99);
        stored["activities"]![1]!["secret"]!["deep"]!.GetValue<bool>().ShouldBeTrue();
    }

    private const string WithUnknown = """
        {"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
          {"id":"a","type":"Elsa.SetName","version":1},
          {"id":"u","nodeId":"Workflow1:f:u","type":"Acme.Scan","version":7,"name":"Scan1","secret":{"deep":true},
           "customProperties":{"x":1},"metadata":{"designer":{"position":{"x":40,"y":2}}}}],
         "connections":[
          {"source":{"activity":"u","port":"Match"},"target":{"activity":"a","port":"In"}},
          {"source":{"activity":"u"},"target":{"activity":"a"}}]}
        """;

    private static JsonObject Root(string json) => JsonNode.Parse(json)!.AsObject();

    private static IEnumerable<string> NodeIds(JsonObject root) =>
        ActivityTree.All(root).Select(a => a["nodeId"]!.GetValue<string>());
}
