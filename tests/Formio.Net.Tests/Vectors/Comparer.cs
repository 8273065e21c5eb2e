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
        if (!Same(TextKeys(expected["errors"]), errors))
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
            var pairs = new JsonArray([.. actual.Select(pair => Pair(pair.Key, pair.Value))]);
            var wanted = new JsonArray([.. (expected[name] as JsonArray ?? []).Select(pair => Pair(pair!["path"]!.ToString(), pair["value"]))]);
            if (!Same(wanted, pairs))
                yield return $"{name}: expected {expected[name]?.ToJsonString()} got {pairs.ToJsonString()}";
        }

        var changes = Changes(result);
        if (!Same(Wanted(expected["componentChanges"]), changes))
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
            ["key"] = error.ErrorKey,
            ["level"] = error.Level,
            ["message"] = error.Message,
            ["pathParts"] = new JsonArray([.. error.PathParts.Select(JsonNode? (part) => part is int index ? index : (string)part)]),
        };
        if (error.Index is { } row) json["index"] = row;
        if (error.Setting is { } setting) json["setting"] = setting.DeepClone();
        return json;
    })]);

    // A message made of a list has the list as its key in form.io; our key is its text.
    private static JsonNode? TextKeys(JsonNode? errors)
    {
        var copy = errors?.DeepClone();
        foreach (var error in copy as JsonArray ?? [])
        {
            if (error!["key"] is JsonArray list) error["key"] = string.Join(',', list.Select(item => item!.ToString()));
        }

        return copy;
    }

    private static JsonObject Pair(string path, JsonNode? value) => new() { ["path"] = path, ["value"] = value?.DeepClone() };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(JsonNode? (text) => text)]);

    private static JsonArray Sorted(JsonNode? texts) =>
        Texts((texts as JsonArray ?? []).Select(text => text!.ToString()).Order(StringComparer.Ordinal));

    // form.io notes a guessed data source on the component; we guess each time.
    private static JsonObject Wanted(JsonNode? changes)
    {
        var wanted = new JsonObject();
        foreach (var (path, properties) in changes as JsonObject ?? [])
        {
            var kept = new JsonObject();
            foreach (var (name, value) in properties!.AsObject())
            {
                if (name != "dataSrc") kept[name] = value?.DeepClone();
            }

            if (kept.Count > 0) wanted[path] = kept;
        }

        return wanted;
    }

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
