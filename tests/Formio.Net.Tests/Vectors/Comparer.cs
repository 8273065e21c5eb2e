using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Tests.Vectors;

/// <summary>Finds the first differences between a vector's expectation and our result.</summary>
public static class Comparer
{
    public static IEnumerable<string> Differences(Vector vector, SubmissionResult result)
    {
        var expected = vector.Expected;
        if (!Same(expected["data"], result.Data))
            yield return $"data: expected {expected["data"]?.ToJsonString()} got {result.Data.ToJsonString()}";
        var errors = Errors(result);
        if (!Same(expected["errors"], errors))
            yield return $"errors: expected {expected["errors"]?.ToJsonString()} got {errors.ToJsonString()}";
        var conditionals = new JsonArray(
            [.. result.Trace.Conditionals.Select(pair => new JsonObject { ["path"] = pair.Key, ["hidden"] = pair.Value })]);
        if (!Same(expected["conditionals"], conditionals))
            yield return $"conditionals: expected {expected["conditionals"]?.ToJsonString()} got {conditionals.ToJsonString()}";
        if (!Same(Sorted(expected["hiddenPaths"]), Sorted(Texts(result.HiddenPaths))))
            yield return $"hiddenPaths: expected {expected["hiddenPaths"]?.ToJsonString()} got {string.Join(',', result.HiddenPaths)}";
        if (!Same(Sorted(expected["clearedPaths"]), Sorted(Texts(result.ClearedPaths))))
            yield return $"clearedPaths: expected {expected["clearedPaths"]?.ToJsonString()} got {string.Join(',', result.ClearedPaths)}";
        foreach (var (name, actual) in new[] { ("calculated", result.Trace.Calculated), ("defaultValues", result.Trace.DefaultValues) })
        {
            var pairs = new JsonArray([.. (actual ?? []).Select(Pair)]);
            if (!Same(expected[name] ?? new JsonArray(), pairs))
                yield return $"{name}: expected {expected[name]?.ToJsonString()} got {pairs.ToJsonString()}";
        }

        var changes = Changes(result);
        if (!Same(expected["componentChanges"] ?? new JsonObject(), changes))
            yield return $"componentChanges: expected {expected["componentChanges"]?.ToJsonString()} got {changes.ToJsonString()}";
    }

    public static bool Same(JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null) return left is null && right is null;
        if (left.GetValueKind() != right.GetValueKind()) return false;
        return left switch
        {
            JsonObject members => members.Count == right.AsObject().Count
                && members.All(pair => right.AsObject().ContainsKey(pair.Key) && Same(pair.Value, right[pair.Key])),
            JsonArray items => items.Count == right.AsArray().Count && items.Zip(right.AsArray()).All(pair => Same(pair.First, pair.Second)),
            _ when left.GetValueKind() == JsonValueKind.Number => Number(left) == Number(right),
            _ when left.GetValueKind() == JsonValueKind.String => Text(left) == Text(right),
            _ => true, // true and false are kinds of their own
        };
    }

    // Half a surrogate pair is no text for .NET; its JSON is.
    private static string Text(JsonNode node)
    {
        try
        {
            return node.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            var raw = node.GetValue<JsonElement>().GetRawText();
            return raw.Length == 8 ? ((char)Convert.ToInt32(raw[3..7], 16)).ToString() : raw;
        }
    }

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray Errors(SubmissionResult result) => new([.. result.Errors.Select(JsonNode (error) =>
    {
        var json = new JsonObject
        {
            ["path"] = error.Path,
            ["ruleName"] = error.RuleName,
            ["key"] = error.ErrorKeyNode?.DeepClone() ?? error.ErrorKey,
            ["level"] = error.Level,
            ["message"] = error.Message,
            ["pathParts"] = new JsonArray([.. error.PathParts.Select(JsonNode? (part) => part is int index ? index : (string)part)]),
        };
        if (error.Index is { } row) json["index"] = row;
        if (error.Setting is { } setting) json["setting"] = setting.DeepClone();
        return json;
    })]);

    private static JsonObject Pair(TracedValue traced)
    {
        var pair = new JsonObject { ["path"] = traced.Path };
        if (!traced.IsUndefined) pair["value"] = traced.Value?.DeepClone();
        return pair;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(JsonNode? (text) => text)]);

    private static JsonArray Sorted(JsonNode? texts) =>
        Texts((texts as JsonArray ?? []).Select(text => text!.ToString()).Order(StringComparer.Ordinal));

    private static JsonObject Changes(SubmissionResult result)
    {
        var changes = new JsonObject();
        foreach (var change in result.Trace.ComponentChanges)
        {
            if (changes[change.FormPath] is not JsonObject properties) changes[change.FormPath] = properties = [];
            properties[change.Property] = change.Value?.DeepClone();
        }

        return changes;
    }
}
