using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkflowHost.Commands;

/// <summary>
/// A JSON tree as one line of text, as JSON.stringify writes it: letters stay letters, and half a surrogate pair is
/// escaped. The .NET writer replaces or refuses such halves, which people's devices do send.
/// </summary>
internal static class JsonLineText
{
    public static string Of(JsonNode node)
    {
        var line = new StringBuilder();
        Write(node, line);
        return line.ToString();
    }

    private static void Write(JsonNode? node, StringBuilder line)
    {
        switch (node)
        {
            case null:
                line.Append("null");
                break;
            case JsonObject members:
                WriteMembers(members, line);
                break;
            case JsonArray items:
                WriteItems(items, line);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(value, line);
                break;
            default:
                line.Append(node.ToJsonString());
                break;
        }
    }

    private static void WriteMembers(JsonObject members, StringBuilder line)
    {
        line.Append('{');
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            if (!isFirst)
                line.Append(',');
            isFirst = false;
            Escape(name, line);
            line.Append(':');
            Write(value, line);
        }

        line.Append('}');
    }

    private static void WriteItems(JsonArray items, StringBuilder line)
    {
        line.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                line.Append(',');
            Write(items[i], line);
        }

        line.Append(']');
    }

    // A text that was read with half a pair cannot be had as text, but stands as it was written.
    private static void WriteText(JsonValue value, StringBuilder line)
    {
        if (value.TryGetValue<JsonElement>(out var element))
            line.Append(element.GetRawText());
        else
            Escape(value.GetValue<string>(), line);
    }

    private static void Escape(string text, StringBuilder line)
    {
        line.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                line.Append(c).Append(text[++i]);
            else if (c is '"' or '\\')
                line.Append('\\').Append(c);
            else if (c < ' ' || char.IsSurrogate(c))
                line.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                line.Append(c);
        }

        line.Append('"');
    }
}
