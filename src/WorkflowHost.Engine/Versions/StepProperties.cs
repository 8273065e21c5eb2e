using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Versions;

/// <summary>Compares what a step says, and leaves out what only Studio says.</summary>
internal static class StepProperties
{
    // The technical name, the place on the canvas and the lists of steps are no property a person set.
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
        { "id", "nodeId", "name", "metadata", "customProperties", "connections", "start", "synthetic" };

    // What an input is declared as follows from the activity, not from the designer.
    private static readonly HashSet<string> Noise = new(StringComparer.Ordinal) { "typeName", "isSerialized" };

    public static IEnumerable<(string Property, string? Before, string? After)> Of(JsonObject before, JsonObject after)
    {
        foreach (var label in new[] { "displayText", "description" })
        {
            var (was, now) = (Label(before, label), Label(after, label));
            if (was != now)
                yield return (label, was, now);
        }

        foreach (var flag in Names(Custom(before), Custom(after)))
        {
            foreach (var difference in Differences(Custom(before)[flag], Custom(after)[flag], flag))
                yield return difference;
        }

        foreach (var name in Names(before, after).Where(name => !Skipped.Contains(name)))
        {
            foreach (var difference in Differences(Bare(before[name]), Bare(after[name]), name))
                yield return difference;
        }
    }

    /// <summary>Differences of two values: of an expression its text, of an object each member, else the whole.</summary>
    public static IEnumerable<(string Property, string? Before, string? After)> Differences(JsonNode? before, JsonNode? after, string path)
    {
        if (JsonNode.DeepEquals(before, after) || (IsNothing(before) && IsNothing(after)))
            yield break;
        if (IsSaid(before) || IsSaid(after) || !(IsMap(before) && IsMap(after)))
        {
            var (was, now) = (Text(before), Text(after));
            if (was != now)
                yield return (path, was, now);
            yield break;
        }

        var (old, next) = (before as JsonObject ?? [], after as JsonObject ?? []);
        foreach (var name in Names(old, next).Where(name => path.Length == 0 || !Noise.Contains(name)))
        {
            foreach (var inner in Differences(Bare(old[name]), Bare(next[name]), path.Length == 0 ? name : $"{path}.{name}"))
                yield return inner;
        }
    }

    private static IEnumerable<string> Names(JsonObject before, JsonObject after) =>
        before.Select(member => member.Key).Union(after.Select(member => member.Key), StringComparer.Ordinal);

    private static JsonObject Custom(JsonObject step) => ActivityJson.Member(step, "customProperties") as JsonObject ?? [];

    private static string? Label(JsonObject step, string name) =>
        ActivityJson.Member(step, "metadata") is JsonObject metadata && ActivityJson.Text(metadata, name) is { Length: > 0 } text ? text : null;

    private static bool IsSaid(JsonNode? node) => node is JsonObject json && json["expression"] is JsonObject;

    private static bool IsMap(JsonNode? node) => node is JsonObject || IsNothing(node);

    private static bool IsNothing(JsonNode? node) => node switch
    {
        null => true,
        JsonArray list => list.Count == 0,
        JsonObject map => map["expression"] is JsonObject said ? IsNothing(said["value"]) : map.All(member => IsNothing(member.Value)),
        _ => node.GetValueKind() == JsonValueKind.False || (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length == 0),
    };

    // Steps inside a list (the cases of a switch) are compared as steps.
    private static JsonNode? Bare(JsonNode? node)
    {
        if (ActivityJson.IsActivity(node))
            return null;
        if (node is not JsonArray list)
            return node;
        var rest = new JsonArray();
        foreach (var item in list.Where(item => !ActivityJson.IsActivity(item)))
        {
            var copy = item?.DeepClone();
            if (copy is JsonObject map)
            {
                foreach (var held in map.Where(member => ActivityJson.IsActivity(member.Value)).Select(member => member.Key).ToList())
                    map.Remove(held);
            }

            rest.Add(copy);
        }

        return rest;
    }

    private static string? Text(JsonNode? node) => node switch
    {
        null => null,
        _ when IsNothing(node) => null,
        JsonObject said when said["expression"] is JsonObject expression => Said(expression),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        _ => node.ToJsonString(EngineJson.Options),
    };

    private static string? Said(JsonObject expression) =>
        ActivityJson.Text(expression, "type") is { } type and not ("Literal" or "Object")
            ? $"{type}: {Text(expression["value"])}"
            : Text(expression["value"]);
}
