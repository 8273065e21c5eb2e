using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>Reads settings of a component, which form builders write as numbers, texts and blanks alike.</summary>
internal static class AnswerSetting
{
    public static string? Text(JsonObject component, params ReadOnlySpan<string> path)
    {
        JsonNode? node = component;
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.ToString() is { Length: > 0 } text ? text : null;
    }

    public static double? Number(JsonObject component, params ReadOnlySpan<string> path) =>
        double.TryParse(Text(component, path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Whole(JsonObject component, params ReadOnlySpan<string> path) =>
        Number(component, path) is { } number and > -1e9 and < 1e9 ? (int)number : null;

    public static bool Is(JsonObject component, params ReadOnlySpan<string> path)
    {
        JsonNode? node = component;
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.String => value.ToString() is "true",
            JsonValueKind.Number => value.ToString() != "0",
            _ => false,
        };
    }

    /// <summary>Values separated by <c>|</c> that the designer gave as samples; empty when there are none.</summary>
    public static IReadOnlyList<string> Samples(JsonObject component) =>
        Text(component, "properties", "sample")?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
