using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>Lines of area expression: the value of the variable Result with its type, or the error.</summary>
internal static class ExpressionScenario
{
    private const string Result = "Result";

    public static JsonObject Shape(JsonObject line, JsonObject actual)
    {
        if (actual["bursts"] is not JsonArray { Count: > 0 } bursts)
            return new JsonObject { ["importError"] = "JsonException" };
        var burst = bursts[0]!.AsObject(); // a burst is always an object
        if (burst["incidents"] is JsonArray { Count: > 0 } incidents)
        {
            var error = incidents[0]!.DeepClone().AsObject();
            error.Remove("activityId");
            return new JsonObject { ["error"] = error };
        }
        var variables = burst["variables"]!.DeepClone().AsObject();
        var shaped = new JsonObject
        {
            ["value"] = variables[Result]?.DeepClone(),
            ["clrType"] = burst["variableTypes"]?[Result]?.DeepClone(),
        };
        if (line["variables"] is not null)
            shaped["variablesAfter"] = variables;
        return shaped;
    }

    /// <summary>The first difference, or null. A value without a plain JSON form is not compared.</summary>
    public static string? Difference(JsonObject expected, JsonObject actual)
    {
        if (expected["error"] is JsonObject error)
            return actual["error"] is JsonObject got
                ? ScenarioComparison.Difference("error/class", error["class"], got["class"])
                : $"expected {ScenarioComparison.Show(error)}, got {ScenarioComparison.Show(actual)}";
        if (expected.ContainsKey("importError"))
            return actual.ContainsKey("importError") ? null : "the import was not refused";
        if (expected.ContainsKey("burstException"))
            return null;
        if (actual["error"] is { } failed)
            return $"expected {ScenarioComparison.Show(expected)}, got {ScenarioComparison.Show(failed)}";
        if (expected.ContainsKey("unspecified"))
            return null;
        return ScenarioComparison.Difference("value", expected["value"], actual["value"])
            ?? After(expected["variablesAfter"] as JsonObject, actual["variablesAfter"] as JsonObject ?? []);
    }

    private static string? After(JsonObject? expected, JsonObject actual)
    {
        foreach (var (name, value) in expected ?? [])
            if (ScenarioComparison.Difference($"variablesAfter/{name}", value, actual[name]) is { } difference)
                return difference;
        return null;
    }
}
