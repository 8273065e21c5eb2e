using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Definitions;

/// <summary>Tolerant reading of scalars: numbers and booleans are also accepted as text, as Elsa does.</summary>
internal static class JsonScalars
{
    public static int? Int(JsonNode? node) => node is not JsonValue value
        ? null
        : value.TryGetValue(out int number) ? number
        : value.GetValueKind() == JsonValueKind.Number && double.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out var real)
            ? (int)Math.Clamp(real, int.MinValue, int.MaxValue)
        : value.TryGetValue(out string? text) && int.TryParse(text, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : null;

    public static bool? Bool(JsonNode? node) => node is not JsonValue value
        ? null
        : value.TryGetValue(out bool flag) ? flag
        : value.TryGetValue(out string? text) && bool.TryParse(text, out var parsed) ? parsed
        : null;
}
