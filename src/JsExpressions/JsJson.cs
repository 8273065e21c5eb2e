using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JsExpressions.Values;

namespace JsExpressions;

/// <summary>Copies between System.Text.Json and script values. Nothing is shared: scripts never reach the host's nodes.</summary>
public static class JsJson
{
    private const int MaxDepth = 1000;

    /// <summary>
    /// A copy as a script value. Numbers become doubles (1e400 becomes Infinity); of duplicate keys the last wins.
    /// Throws <see cref="InvalidOperationException"/> beyond 1,000 levels.
    /// </summary>
    public static JsValue FromNode(JsonNode? node) => FromNode(node, 0);

    /// <summary>As <see cref="FromNode(JsonNode?)"/>, for an element; an undefined one becomes <c>undefined</c>.</summary>
    public static JsValue FromElement(JsonElement element) => FromElement(element, 0);

    /// <summary>
    /// A copy as JSON, by JSON.stringify's rules without calling script code: members that are functions or undefined
    /// are left out (null within arrays), dates become ISO text, NaN and infinities null. Null for a value without JSON
    /// form. Throws <see cref="InvalidOperationException"/> for cycles and beyond 1,000 levels.
    /// </summary>
    public static JsonNode? ToNode(JsValue value) => ToNode(value, 0);

    private static JsValue FromNode(JsonNode? node, int depth)
    {
        switch (node)
        {
            case null:
                return JsValue.Null;
            case JsonObject source:
                Check(depth);
                var result = new JsObject();
                foreach (var (key, value) in source) result.Set(key, FromNode(value, depth + 1));
                return result;
            case JsonArray list:
                Check(depth);
                var items = new JsValue[list.Count];
                for (var i = 0; i < items.Length; i++) items[i] = FromNode(list[i], depth + 1);
                return new JsArray(items);
            default:
                return FromPrimitive(node.AsValue(), depth);
        }
    }

    private static JsValue FromPrimitive(JsonValue value, int depth)
    {
        if (value.TryGetValue<JsonElement>(out var element)) return FromElement(element, depth);
        if (value.TryGetValue<string>(out var text)) return text;
        if (value.TryGetValue<bool>(out var flag)) return flag;
        if (value.TryGetValue<double>(out var number)) return number;
        if (value.TryGetValue<int>(out var whole)) return whole;
        if (value.TryGetValue<long>(out var large)) return large;
        if (value.TryGetValue<decimal>(out var exact)) return (double)exact;
        // Any other .NET value a host put in a node: what it would be in JSON text.
        return FromElement(JsonSerializer.SerializeToElement(value), depth);
    }

    private static JsValue FromElement(JsonElement element, int depth)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                Check(depth);
                var result = new JsObject();
                foreach (var property in element.EnumerateObject()) result.Set(property.Name, FromElement(property.Value, depth + 1));
                return result;
            case JsonValueKind.Array:
                Check(depth);
                var items = new JsValue[element.GetArrayLength()];
                var index = 0;
                foreach (var item in element.EnumerateArray()) items[index++] = FromElement(item, depth + 1);
                return new JsArray(items);
            case JsonValueKind.String: return element.GetString();
            case JsonValueKind.Number: return double.Parse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture);
            case JsonValueKind.True: return true;
            case JsonValueKind.False: return false;
            case JsonValueKind.Null: return JsValue.Null;
            default: return JsValue.Undefined;
        }
    }

    private static JsonNode? ToNode(JsValue value, int depth)
    {
        switch (value.Kind)
        {
            case JsKind.Boolean: return JsonValue.Create(value.AsBoolean);
            case JsKind.Number: return FromDouble(value.AsNumber);
            case JsKind.String: return JsonValue.Create(value.AsString);
            case JsKind.Object: return ToNode(value.AsObject, depth);
            default: return null;
        }
    }

    private static JsonNode? ToNode(JsObject source, int depth)
    {
        Check(depth);
        switch (source)
        {
            case JsFunction: return null;
            case JsWrapper wrapper: return ToNode(wrapper.Value, depth);
            case JsDate date: return double.IsNaN(date.Time) ? null : JsonValue.Create(BuiltIns.DateText.Iso(date.Time));
            case JsArray array:
                var list = new JsonArray();
                for (var i = 0; i < array.Count; i++) list.Add(ToNode(array[i], depth + 1));
                return list;
        }
        var result = new JsonObject();
        foreach (var key in source.Keys)
        {
            var value = source.Get(key);
            if (!value.IsUndefined && value.ObjectOrNull is not JsFunction) result[key] = ToNode(value, depth + 1);
        }
        return result;
    }

    // Whole numbers as integers, so that 5 is written 5 by every writer.
    private static JsonValue? FromDouble(double number) =>
        !double.IsFinite(number) ? null
        : number == Math.Truncate(number) && Math.Abs(number) < 9007199254740992 ? JsonValue.Create((long)number)
        : JsonValue.Create(number);

    private static void Check(int depth)
    {
        if (depth > MaxDepth) throw new InvalidOperationException("The value nests too deeply or contains itself.");
    }
}
