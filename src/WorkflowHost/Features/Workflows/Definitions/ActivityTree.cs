using System.Text.Json.Nodes;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>The activities of a definition as a tree of JSON.</summary>
public static class ActivityTree
{
    /// <summary>Elsa wraps the root in an implicit workflow activity of this id.</summary>
    public const string WorkflowId = "Workflow1";

    /// <summary>The activity and everything below it, parents first.</summary>
    public static IEnumerable<JsonObject> All(JsonObject root)
    {
        var open = new Stack<JsonObject>([root]);
        while (open.TryPop(out var activity))
        {
            yield return activity;
            foreach (var (_, child) in ActivityJson.Children(activity).Reverse())
                open.Push(child);
        }
    }

    /// <summary>
    /// Writes <c>nodeId</c> on every activity: the parent's and the own id joined by a colon. Those that Studio sends
    /// with new activities are guesses; a missing one ends its editor.
    /// </summary>
    public static void WriteNodeIds(JsonObject root)
    {
        var open = new Stack<(JsonObject Activity, string Parent)>([(root, WorkflowId)]);
        while (open.TryPop(out var next))
        {
            var nodeId = $"{next.Parent}:{next.Activity.Text("id")}";
            next.Activity["nodeId"] = nodeId;
            foreach (var (_, child) in ActivityJson.Children(next.Activity))
                open.Push((child, nodeId));
        }
    }

    /// <summary>Activities on the way from the root to the node, the root first; empty when there is no such node.</summary>
    public static IReadOnlyList<(JsonObject Activity, string Port)> PathTo(JsonObject root, string nodeId)
    {
        var path = new List<(JsonObject, string)>();
        var here = root;
        var port = "Root";
        while (here is not null)
        {
            path.Add((here, port));
            var own = here.Text("nodeId");
            if (own == nodeId)
                return path;
            (port, here) = ActivityJson.Children(here)
                .Where(c => c.Activity.Text("nodeId") is { } id && (nodeId == id || nodeId.StartsWith(id + ":", StringComparison.Ordinal)))
                .Select(c => (c.Port, (JsonObject?)c.Activity))
                .FirstOrDefault(("", null));
        }

        return [];
    }
}
