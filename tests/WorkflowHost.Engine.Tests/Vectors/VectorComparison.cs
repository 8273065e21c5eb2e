using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Compares by the rules of the vectors: numbers by value, placeholders, unordered lists.</summary>
internal static class VectorComparison
{
    private static readonly string[] Strict =
        ["log", "logSummary", "status", "subStatus", "bookmarks", "incidents", "variables", "output", "stdout", "exception", "correlationId", "name"];

    /// <summary>The first difference, or null.</summary>
    public static string? Bursts(JsonObject expected, JsonObject actual)
    {
        if (expected.ContainsKey("importException"))
            return actual.ContainsKey("importException") ? null : "the import was not refused";
        if (actual.ContainsKey("importException"))
            return "the import was refused";
        if (expected["triggers"] is { } triggers && Difference("triggers", triggers, actual["triggers"]) is { } wrongTrigger)
            return wrongTrigger;
        var wanted = expected["bursts"]?.AsArray() ?? [];
        var got = actual["bursts"]!.AsArray();
        for (var index = 0; index < wanted.Count; index++)
            if (Burst($"burst {index}", wanted[index]!.AsObject(), got[index]!.AsObject()) is { } difference)
                return difference;
        return null;
    }

    public static string? Difference(string path, JsonNode? expected, JsonNode? actual)
    {
        if (expected is JsonValue placeholder && placeholder.GetValueKind() == JsonValueKind.String)
        {
            var text = (string)placeholder!;
            if (text is "<any>" or "<id>" or "<instance-id>" or "<next occurrence>" or "<time>" || text.StartsWith("<now", StringComparison.Ordinal))
                return actual is null ? $"{path}: missing" : null;
        }
        if (expected is JsonObject { Count: 1 } unordered && unordered["$unordered"] is JsonArray members)
            return Unordered(path, members, actual as JsonArray ?? []);
        return (expected, actual) switch
        {
            (null, null) => null,
            (JsonObject wanted, JsonObject got) => Members(path, wanted, got),
            (JsonArray wanted, JsonArray got) => Items(path, wanted, got),
            (JsonValue wanted, JsonValue got) when Same(wanted, got) => null,
            _ => $"{path}: expected {Show(expected)}, got {Show(actual)}",
        };
    }

    private static string? Burst(string path, JsonObject expected, JsonObject actual)
    {
        foreach (var name in Strict)
        {
            if (!expected.ContainsKey(name) && name is "stdout" or "correlationId" or "name" or "log" or "logSummary")
            {
                if (name == "stdout" && actual["stdout"] is JsonArray { Count: > 0 } && !expected.ContainsKey("instances"))
                    return $"{path}/stdout: expected nothing, got {Show(actual["stdout"])}";
                continue;
            }
            var difference = name switch
            {
                "log" => Difference($"{path}/log", WithoutOutputs(expected["log"]), actual["log"]),
                "logSummary" => Summary(path, expected["logSummary"]!.AsObject(), actual["logSummary"]),
                "stdout" => Stdout(path, expected["stdout"]!, actual["stdout"]!.AsArray()),
                "incidents" => Incidents(path, expected["incidents"]?.AsArray() ?? [], actual["incidents"]!.AsArray()),
                _ => Difference($"{path}/{name}", expected[name], actual[name]),
            };
            if (difference is not null)
                return difference;
        }
        return null;
    }

    private static string? Summary(string path, JsonObject expected, JsonNode? actual) =>
        Difference($"{path}/logSummary/length", expected["length"], actual?["length"])
        ?? Difference($"{path}/logSummary/sha256", expected["sha256"], actual?["sha256"]);

    private static string? Stdout(string path, JsonNode expected, JsonArray actual)
    {
        if (expected is JsonObject summary && summary.ContainsKey("lines"))
            return (int)summary["lines"]! == actual.Count ? null : $"{path}/stdout: expected {summary["lines"]} lines, got {actual.Count}";
        return Difference($"{path}/stdout", expected, actual);
    }

    private static string? Incidents(string path, JsonArray expected, JsonArray actual)
    {
        if (expected.Count != actual.Count)
            return $"{path}/incidents: expected {Show(expected)}, got {Show(actual)}";
        for (var index = 0; index < expected.Count; index++)
            foreach (var name in new[] { "activityId", "class", "message" })
                if (expected[index]![name] is { } wanted
                    && Difference($"{path}/incidents/{index}/{name}", wanted, actual[index]![name]) is { } difference)
                    return difference;
        return null;
    }

    private static JsonNode? WithoutOutputs(JsonNode? log)
    {
        var copy = log?.DeepClone();
        var entries = copy is JsonObject unordered ? unordered["$unordered"] as JsonArray : copy as JsonArray;
        foreach (var entry in entries ?? [])
            entry!.AsObject().Remove("outputs");
        return copy;
    }

    private static string? Members(string path, JsonObject expected, JsonObject actual)
    {
        foreach (var (name, value) in expected)
            if (Difference($"{path}/{name}", value, actual[name]) is { } difference)
                return difference;
        foreach (var (name, value) in actual)
            if (!expected.ContainsKey(name) && value is not null)
                return $"{path}/{name}: unexpected {Show(value)}";
        return null;
    }

    private static string? Items(string path, JsonArray expected, JsonArray actual)
    {
        for (var index = 0; index < Math.Min(expected.Count, actual.Count); index++)
            if (Difference($"{path}/{index}", expected[index], actual[index]) is { } difference)
                return difference;
        return expected.Count == actual.Count ? null : $"{path}: expected {expected.Count} items, got {actual.Count}: {Show(actual)}";
    }

    private static string? Unordered(string path, JsonArray expected, JsonArray actual)
    {
        var left = actual.Select(item => item?.DeepClone()).ToList();
        foreach (var wanted in expected)
        {
            var found = left.FindIndex(item => Difference(path, wanted, item) is null);
            if (found < 0)
                return $"{path}: {Show(wanted)} is missing in {Show(actual)}";
            left.RemoveAt(found);
        }
        return left.Count == 0 ? null : $"{path}: too much: {Show(actual)}";
    }

    private static bool Same(JsonValue expected, JsonValue actual)
    {
        if (expected.GetValueKind() == JsonValueKind.Number && actual.GetValueKind() == JsonValueKind.Number)
            return Math.Abs((double)expected.Deserialize<double>() - actual.Deserialize<double>()) <= 1e-9 * Math.Max(1, Math.Abs(expected.Deserialize<double>()));
        return JsonNode.DeepEquals(expected, actual);
    }

    private static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString(EngineJson.Options) ?? "null";
        return text.Length > 700 ? text[..700] + "…" : text;
    }
}
