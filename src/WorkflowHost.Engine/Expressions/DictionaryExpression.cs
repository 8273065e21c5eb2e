using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>The value of Studio's dictionary editor: an object whose members may themselves be <c>{type, value}</c> expressions.</summary>
internal static class DictionaryExpression
{
    public static object? Evaluate(string text, ActivityContext context)
    {
        if (ClrValues.ParseJson(text) is not JsonObject members)
            return ClrValues.ParseJson(text);
        var result = new JsonObject();
        foreach (var (name, value) in members)
            result[name] = IsExpression(value)
                ? ClrValues.ToNode(ExpressionReader.ReadExpression(value)?.Evaluate(context, ElsaType.Object))
                : value?.DeepClone();
        return result;
    }

    private static bool IsExpression(JsonNode? value) =>
        value is JsonObject { Count: 2 } expression
        && expression.ContainsKey("value")
        && expression["type"] is JsonValue type && type.TryGetValue(out string? name)
        && name is "Literal" or "JavaScript" or "Object" or "Variable" or "Input" or "Liquid";
}
