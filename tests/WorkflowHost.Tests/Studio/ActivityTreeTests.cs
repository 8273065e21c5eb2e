using System.Text.Json.Nodes;
using WorkflowHost.Features.Workflows.Definitions;

namespace WorkflowHost.Tests.Studio;

public sealed class ActivityTreeTests
{
    [Fact]
    public void The_path_to_a_nested_node_names_each_activity_and_its_port()
    {
        var root = JsonNode.Parse("""
            {"id":"f","type":"Elsa.Flowchart","version":1,"activities":[
              {"id":"w","type":"Elsa.While","version":1,"body":{"id":"s","type":"Elsa.Sequence","version":1,"activities":[
                {"id":"x","type":"Elsa.SetName","version":1},{"id":"xy","type":"Elsa.SetName","version":1}]}}]}
            """)!.AsObject();
        ActivityTree.WriteNodeIds(root);

        var path = ActivityTree.PathTo(root, "Workflow1:f:w:s:xy");

        path.Select(p => p.Port).ShouldBe(["Root", "activities[0]", "body", "activities[1]"]);
        path[^1].Activity["id"]!.GetValue<string>().ShouldBe("xy");
    }

    [Fact]
    public void An_unknown_node_has_no_path()
    {
        var root = JsonNode.Parse("""{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[]}""")!.AsObject();
        ActivityTree.WriteNodeIds(root);

        ActivityTree.PathTo(root, "Workflow1:f:nobody").ShouldBeEmpty();
    }
}
