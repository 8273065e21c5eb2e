using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>Compares by the rules of the recordings: numbers by value, placeholders, unordered lists.</summary>
public static class ScenarioComparison
{
    private static readonly string[] Strict =
        ["log", "logSummary", "status", "subStatus", "bookmarks", "incidents", "variables", "output", "stdout", "exception", "correlationId", "name"];

    private static readonly string[] Loose = ["tasks", "variableTypes", "persistedVariables", "instances"];

    /// <summary>The first strict difference between what a line expects and what the engine did, or null.</summary>
    /// <param name="line">A line with <c>expected</c>.</param>
    /// <param name="actual">What <see cref="ScenarioLine.Run()"/> gave.</param>
    public static string? Difference(ScenarioLine line, JsonObject actual)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(actual);
        if (line.Expected is not { } expected)
            return "the line expects nothing";
        return line.IsExpression ? ExpressionScenario.Difference(expected, actual) : Bursts(expected, actual);
    }

    /// <summary>How far what is not compared strictly agrees: outputs, variable types, stored values, tasks, other instances.</summary>
    public static IEnumerable<(string Kind, string? Difference)> Scores(ScenarioLine line, JsonObject actual)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(actual);
        if (line.Expected is not { } expected)
            yield break;
        if (expected.ContainsKey("clrType") && line.IsExpression)
            yield return ("clrType", Difference("clrType", expected["clrType"], actual["clrType"]));
        if (line.IsExpression && expected["error"]?["message"] is { } message)
            yield return ("message", Difference("error/message", message, actual["error"]?["message"]));
        var got = actual["bursts"] as JsonArray ?? [];
        var index = 0;
        foreach (var burst in (expected["bursts"] as JsonArray ?? []).OfType<JsonObject>())
        {
            var other = index < got.Count ? got[index] as JsonObject ?? [] : [];
            var path = $"burst {index++}";
            if (burst["log"] is { } log && log.ToJsonString().Contains("\"outputs\"", StringComparison.Ordinal))
                yield return ("outputs", Difference($"{path}/log", log, other["log"]));
            foreach (var name in Loose)
                if (burst.ContainsKey(name))
                    yield return (name, name == "tasks"
                        ? Unordered($"{path}/tasks", burst[name]?.AsArray() ?? [], other[name] as JsonArray ?? [])
                        : Difference($"{path}/{name}", name == "instances" ? WithoutDetails(burst[name]) : burst[name],
                            name == "instances" ? WithoutDetails(other[name]) : other[name]));
        }
    }

    private static JsonNode? WithoutDetails(JsonNode? instances)
    {
        var copy = instances?.DeepClone() as JsonArray ?? [];
        foreach (var incident in copy.OfType<JsonObject>().SelectMany(item => item["incidents"] as JsonArray ?? []).OfType<JsonObject>())
            incident.Remove("detail");
        return copy;
    }

    private static string? Bursts(JsonObject expected, JsonObject actual)
    {
        foreach (var refusal in new[] { "importException", "validationErrors" })
            if (expected.ContainsKey(refusal) != actual.ContainsKey(refusal))
                return expected.ContainsKey(refusal) ? $"{refusal}: it was not refused" : $"{refusal}: it was refused";
        if (expected["triggers"] is { } triggers && Difference("triggers", triggers, actual["triggers"]) is { } wrongTrigger)
            return wrongTrigger;
        var wanted = expected["bursts"]?.AsArray() ?? [];
        var got = actual["bursts"] as JsonArray ?? [];
        for (var index = 0; index < wanted.Count; index++)
            if (Burst($"burst {index}", wanted[index] as JsonObject ?? [], index < got.Count ? got[index] as JsonObject ?? [] : []) is { } difference)
                return difference;
        return null;
    }

    internal static string? Difference(string path, JsonNode? expected, JsonNode? actual)
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
            if (!expected.ContainsKey(name) && name is "correlationId" or "name" or "log" or "logSummary" or "stdout")
            {
                if (name is not ("log" or "logSummary") && actual[name] is { } more)
                    return $"{path}/{name}: expected nothing, got {Show(more)}";
                continue;
            }
            var difference = name switch
            {
                "log" => Difference($"{path}/log", WithoutOutputs(expected["log"]), WithoutOutputs(actual["log"])),
                "logSummary" => Summary(path, expected["logSummary"]!.AsObject(), actual["logSummary"]),
                "incidents" => Incidents(path, expected["incidents"] as JsonArray ?? [], actual["incidents"] as JsonArray ?? []),
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
            (entry as JsonObject)?.Remove("outputs");
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

    internal static string Show(JsonNode? node)
    {
        var text = node?.ToJsonString(EngineJson.Options) ?? "null";
        return text.Length > 700 ? text[..700] + "…" : text;
    }
}
