using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Definitions;

/// <summary>Ids of activities: missing ones are generated, node ids are the ids joined with colons from the workflow down.</summary>
internal static class NodeIds
{
    public const string Workflow = "Workflow1";

    /// <summary>Writes ids and node ids into the tree below the root activity and gives the id of the workflow activity.</summary>
    public static string Assign(JsonObject root)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        Collect(root, used, depth: 0);
        Assign(root, Workflow, used);
        return Workflow;
    }

    private static void Collect(JsonObject activity, HashSet<string> used, int depth)
    {
        if (depth > 100)
            throw new WorkflowDefinitionException("Activities are nested deeper than 100 levels.");
        if (ActivityJson.Text(activity, "id") is { Length: > 0 } id)
            used.Add(id);
        var siblings = new HashSet<string>(StringComparer.Ordinal);
        var isFlowchart = ActivityJson.Text(activity, "type") == "Elsa.Flowchart";
        foreach (var (port, child) in ActivityJson.Children(activity))
        {
            var childId = ActivityJson.Text(child, "id");
            if (isFlowchart && port.StartsWith("activities", StringComparison.Ordinal) && childId is not null && !siblings.Add(childId))
                throw new WorkflowDefinitionException($"Two activities of one flowchart have the id '{childId}'.");
            Collect(child, used, depth + 1);
        }
    }

    private static void Assign(JsonObject activity, string parentNodeId, HashSet<string> used)
    {
        var id = ActivityJson.Text(activity, "id");
        if (string.IsNullOrEmpty(id))
        {
            id = NewId(ActivityJson.Text(activity, "type") ?? "Activity", used);
            activity["id"] = id;
        }
        var nodeId = parentNodeId + ":" + id;
        activity["nodeId"] = nodeId;
        foreach (var (_, child) in ActivityJson.Children(activity).ToList())
            Assign(child, nodeId, used);
    }

    private static string NewId(string type, HashSet<string> used)
    {
        var shortName = type[(type.LastIndexOf('.') + 1)..];
        for (var number = 1; ; number++)
            if (used.Add(shortName + number))
                return shortName + number;
    }
}
