using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Reads inputs and expressions of definition JSON (elsa-semantics 1.3 and 4.1).</summary>
internal static class ExpressionReader
{
    /// <summary>A wrapped input; null when the activity's default applies.</summary>
    public static Expression? ReadInput(JsonNode? json) => json switch
    {
        null => null,
        JsonObject input when ActivityJson.Member(input, "expression") is { } expression => ReadExpression(expression),
        JsonObject => null,
        _ => new LiteralExpression(ClrValues.FromNode(json is JsonArray ? JsonValue.Create(json.ToJsonString()) : json)),
    };

    /// <summary>A <c>{type, value}</c> object; null when it is none.</summary>
    public static Expression? ReadExpression(JsonNode? json)
    {
        if (json is not JsonObject expression)
            return null;
        var type = ActivityJson.Text(expression, "type");
        var value = ActivityJson.Member(expression, "value");
        return type switch
        {
            null or "" or "Literal" => new LiteralExpression(Literal(value)),
            "Object" or "Json" => new ObjectExpression(TextOf(value)),
            "Variable" => Variable(value),
            "Input" => WorkflowInput(value),
            "JavaScript" => new ScriptExpression(TextOf(value) ?? ""),
            "Liquid" => new LiquidTextExpression(TextOf(value) ?? ""),
            _ => new UnknownExpression(type),
        };
    }

    private static object? Literal(JsonNode? value) =>
        value switch
        {
            JsonObject or JsonArray => value.ToJsonString(EngineJson.Options),
            // Elsa reads the numbers of literals as decimals: 5.0 stays 5.0 when it becomes text.
            JsonValue number when number.GetValueKind() == JsonValueKind.Number
                && decimal.TryParse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) => exact,
            _ => ClrValues.FromNode(value),
        };

    private static string? TextOf(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar when scalar.TryGetValue(out string? text) => text,
        _ => value.ToJsonString(EngineJson.Options),
    };

    private static Expression Variable(JsonNode? value) =>
        Reference(value) is { } reference && ActivityJson.Text(reference, "id") is { } id
            ? new VariableExpression(id, ActivityJson.Text(reference, "name"))
            : new UnknownExpression("Variable");

    private static Expression WorkflowInput(JsonNode? value) =>
        Reference(value) is { } reference && ActivityJson.Text(reference, "name") is { } name
            ? new WorkflowInputExpression(name)
            : new UnknownExpression("Input");

    /// <summary>An object, or a text that holds one, as older designers wrote it.</summary>
    private static JsonObject? Reference(JsonNode? value) => value switch
    {
        JsonObject reference => reference,
        JsonValue scalar when scalar.TryGetValue(out string? text) && ClrValues.TryParseJson(text, out var parsed) =>
            parsed as JsonObject,
        _ => null,
    };
}
