using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>Looks into definition JSON for what activities say literally.</summary>
internal static class DefinitionActivities
{
    /// <summary>All activities below and including the given one, containers before their children, each with its JSON path.</summary>
    public static IEnumerable<(string Path, JsonObject Activity)> All(JsonObject root, string path = "$.root")
    {
        var open = new Stack<(string Path, JsonObject Activity)>();
        open.Push((path, root));
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var (port, child) in ActivityJson.Children(next.Activity).Reverse())
                open.Push(($"{next.Path}.{port}", child));
        }
    }

    public static JsonObject? Find(JsonObject root, string activityId) =>
        All(root).Select(found => found.Activity).FirstOrDefault(activity => ActivityJson.Text(activity, "id") == activityId);

    /// <summary>What a step is called in the designer.</summary>
    public static string NameOf(JsonObject activity) =>
        ActivityJson.Text(activity, "displayText")
        ?? (ActivityJson.Member(activity, "metadata") is JsonObject metadata ? ActivityJson.Text(metadata, "displayText") : null)
        ?? ActivityJson.Text(activity, "name") ?? ActivityJson.Text(activity, "id") ?? "";

    /// <summary>The literal text of an input; null when it is absent, empty or computed.</summary>
    public static string? Literal(JsonObject? activity, string input)
    {
        if (activity is null || ActivityJson.Member(activity, input) is not { } node)
            return null;
        if (node is JsonValue plain)
            return plain.ToString() is { Length: > 0 } text ? text : null;
        return node is JsonObject wrapper
            && ActivityJson.Member(wrapper, "expression") is JsonObject expression
            && (ActivityJson.Text(expression, "type") ?? "Literal") == "Literal"
            && ActivityJson.Member(expression, "value")?.ToString() is { Length: > 0 } value
                ? value
                : null;
    }
}
