using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Formio.Values;

/// <summary>Data values → JSON. Undefined members are left out, undefined elements and non-finite numbers are null.</summary>
internal static class DataWriter
{
    public static JsonObject ToNode(DataObject data)
    {
        var members = new List<KeyValuePair<string, JsonNode?>>(data.Count);
        foreach (var (key, value) in data)
        {
            if (!value.IsUndefined) members.Add(new(key, ToNode(value)));
        }

        return new JsonObject(members);
    }

    /// <summary>Null for null and undefined.</summary>
    public static JsonNode? ToNode(DataValue value)
    {
        switch (value.Kind)
        {
            case DataKind.Boolean: return JsonValue.Create(value.IsTrue);
            case DataKind.String: return JsonValue.Create(value.AsString);
            case DataKind.Object: return ToNode(value.AsObject!); // the kind says so
            case DataKind.Number: return Number(value.AsNumber);
            case DataKind.Array:
                var array = new JsonArray();
                foreach (var item in value.AsArray!) array.Add(ToNode(item)); // the kind says so
                return array;
            default: return null;
        }
    }

    /// <summary>JSON.stringify; "undefined" stays undefined in JavaScript and is null here.</summary>
    public static string? Stringify(DataValue value)
    {
        if (value.IsUndefined) return null;
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static JsonNode? Number(double number)
    {
        if (!double.IsFinite(number)) return null;
        return number == Math.Floor(number) && Math.Abs(number) < 9e15
            ? JsonValue.Create((long)number)
            : JsonValue.Create(number);
    }

    private static void Write(DataValue value, StringBuilder text)
    {
        switch (value.Kind)
        {
            case DataKind.String:
                WriteText(value.AsString!, text); // the kind says so
                break;
            case DataKind.Number:
                text.Append(double.IsFinite(value.AsNumber) ? JsText.Of(value.AsNumber) : "null");
                break;
            case DataKind.Object:
                WriteMembers(value.AsObject!, text); // the kind says so
                break;
            case DataKind.Array:
                WriteItems(value.AsArray!, text); // the kind says so
                break;
            case DataKind.Boolean:
                text.Append(value.IsTrue ? "true" : "false");
                break;
            default:
                text.Append("null");
                break;
        }
    }

    // As JSON.stringify: only quotes, backslashes, control characters and halves of surrogate pairs are escaped.
    private static void WriteText(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]);
            if (isPair) text.Append(c).Append(value[++i]);
            else if (Escape(c) is { } escape) text.Append(escape);
            else text.Append(c);
        }

        text.Append('"');
    }

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        _ => c < ' ' || char.IsSurrogate(c) ? "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture) : null,
    };

    private static void WriteMembers(DataObject members, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        foreach (var (key, value) in members)
        {
            if (value.IsUndefined) continue;
            if (!first) text.Append(',');
            first = false;
            WriteText(key, text);
            text.Append(':');
            Write(value, text);
        }

        text.Append('}');
    }

    private static void WriteItems(DataArray items, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(',');
            Write(items[i], text);
        }

        text.Append(']');
    }
}
