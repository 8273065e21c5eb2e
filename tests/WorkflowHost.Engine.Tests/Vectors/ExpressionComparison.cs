using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Vectors of area expression: the value of the variable Result, or the class of the error.</summary>
internal static class ExpressionComparison
{
    public static string? Difference(JsonObject expected, JsonObject actual)
    {
        var bursts = actual["bursts"]!.AsArray();
        if (bursts.Count == 0)
            return "the import was refused";
        var burst = bursts[0]!.AsObject();
        var incidents = burst["incidents"]!.AsArray();
        if (expected["error"] is JsonObject error)
            return incidents.Count == 0
                ? $"expected {error.ToJsonString()}, got {burst["variables"]!.ToJsonString()}"
                : VectorComparison.Difference("error/class", error["class"], incidents[0]!["class"]);
        if (expected.ContainsKey("burstException"))
            return null;
        if (incidents.Count > 0)
            return $"expected {expected.ToJsonString(EngineJson.Options)}, got {incidents.ToJsonString(EngineJson.Options)}";
        if (expected.ContainsKey("unspecified"))
            return null;
        return VectorComparison.Difference("value", expected["value"], burst["variables"]!["Result"])
            ?? After(expected["variablesAfter"] as JsonObject, burst["variables"]!.AsObject());
    }

    private static string? After(JsonObject? expected, JsonObject actual)
    {
        foreach (var (name, value) in expected ?? [])
            if (VectorComparison.Difference($"variablesAfter/{name}", value, actual[name]) is { } difference)
                return difference;
        return null;
    }
}
