using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Values;

/// <summary>
/// The closed world of workflow values: null, bool, string, numbers, Guid, DateTime, DateTimeOffset, TimeSpan, byte[], and JSON
/// objects and arrays. Nodes held as values are never changed; whoever needs to change one clones it.
/// </summary>
internal static class ClrValues
{
    public static object? FromNode(JsonNode? node)
    {
        if (node is not JsonValue value)
            return node;
        return value.GetValueKind() switch
        {
            JsonValueKind.String => value.TryGetValue(out string? text) ? text : value.ToString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(value),
            _ => null,
        };
    }

    public static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
        JsonValueKind.Object => JsonObject.Create(element.Clone()),
        JsonValueKind.Array => JsonArray.Create(element.Clone()),
        _ => null,
    };

    /// <summary>A node the caller owns.</summary>
    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => Finite(number),
        float number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        short number => JsonValue.Create(number),
        Guid id => JsonValue.Create(id.ToString()),
        DateTime time => JsonValue.Create(JsonText(time)),
        DateTimeOffset time => JsonValue.Create(JsonText(time)),
        TimeSpan span => JsonValue.Create(span.ToString("c", CultureInfo.InvariantCulture)),
        byte[] bytes => JsonValue.Create(System.Convert.ToBase64String(bytes)),
        _ => JsonValue.Create(value.ToString()),
    };

    /// <summary>
    /// As <see cref="ToNode"/>, but backed by JSON text, so that a host may cast numbers to any numeric type: a node made of a
    /// long refuses to be an int.
    /// </summary>
    public static JsonNode? ToHostNode(object? value) => value switch
    {
        JsonObject or JsonArray => JsonNode.Parse(((JsonNode)value).ToJsonString()),
        _ when IsNumber(value) => ToNode(value) is { } number ? JsonNode.Parse(number.ToJsonString()) : null,
        _ => ToNode(value),
    };

    /// <summary>Text as .NET's invariant conversion gives it; JSON for objects and lists.</summary>
    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text,
        JsonNode node => node.ToJsonString(EngineJson.Options),
        byte[] bytes => System.Convert.ToBase64String(bytes),
        // .NET's converter leaves out midnight.
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    public static bool LooksLikeJson(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        return trimmed.Length > 0 && trimmed[0] is '{' or '[';
    }

    public static bool TryParseJson(string text, out JsonNode? node)
    {
        try
        {
            node = JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            node = null; // the caller treats it as plain text
            return false;
        }
    }

    /// <exception cref="ActivityFaultException">Class TypeConversionError, in both profiles.</exception>
    public static object? ParseJson(string text)
    {
        try
        {
            return FromNode(JsonNode.Parse(text));
        }
        catch (JsonException error)
        {
            throw new ActivityFaultException("TypeConversionError", error.Message, error);
        }
    }

    /// <summary>Value as a .NET type a custom activity asks for.</summary>
    public static T? To<T>(object? value, Conversion conversion)
    {
        if (value is T typed)
            return typed;
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (value is null || (value is string { Length: 0 } && target != typeof(string)))
            return default;
        if (target == typeof(JsonNode) || target == typeof(JsonObject) || target == typeof(JsonArray))
            return value is string text && TryParseJson(text, out var parsed) ? Cast<T>(parsed) : Cast<T>(ToNode(value));
        if (target == typeof(List<string>) || target == typeof(IReadOnlyList<string>) || target == typeof(string[]))
            return Cast<T>(target == typeof(string[]) ? Texts(value).ToArray() : Texts(value));
        if (target == typeof(TimeSpan) && value is string duration && IsoDuration.TryParse(duration, out var span))
            return (T)(object)span;
        var type = ElsaType.Find(target.Name)
            ?? throw new ActivityFaultException("TypeConversionError", $"Inputs cannot be read as {target.Name}.");
        return Cast<T>(conversion.Convert(value, type));
    }

    /// <summary>List of texts: of a JSON array, of JSON text, or a single text.</summary>
    public static List<string> Texts(object? value) => value switch
    {
        null => [],
        JsonArray items => items.Select(item => ToText(FromNode(item)) ?? "").ToList(),
        string text when LooksLikeJson(text) && TryParseJson(text, out var parsed) => Texts(parsed),
        string text => text.Length == 0 ? [] : [text],
        _ => [ToText(value) ?? ""],
    };

    public static bool IsNumber(object? value) => value is int or long or double or float or decimal or short;

    public static double ToDouble(object value) => System.Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static T? Cast<T>(object? value) => value is T typed ? typed : default;

    /// <summary>NaN and Infinity have no JSON: null, as JSON.stringify does it.</summary>
    private static JsonNode? Finite(double number) => !double.IsFinite(number) ? null
        : number == Math.Floor(number) && Math.Abs(number) < 1e15 ? JsonValue.Create((long)number)
        : JsonValue.Create(number);

    private static object Number(JsonValue value)
    {
        if (value.TryGetValue(out int small))
            return (long)small;
        if (value.TryGetValue(out long whole))
            return whole;
        if (value.TryGetValue(out decimal exact) && value.TryGetValue(out JsonElement _) is false)
            return exact;
        if (value.TryGetValue(out double real))
            return real;
        return value.GetValue<decimal>();
    }

    private static string JsonText(DateTime time) => JsonSerializer.Serialize(time, EngineJson.Options).Trim('"');

    private static string JsonText(DateTimeOffset time) => JsonSerializer.Serialize(time, EngineJson.Options).Trim('"');
}
