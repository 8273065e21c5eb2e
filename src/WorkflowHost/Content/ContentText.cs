using System.Text;
using System.Text.Json.Nodes;

namespace WorkflowHost.Content;

/// <summary>
/// Content as text for people and for git: two spaces, and on one line whatever fits on it, so that a changed question
/// is a changed line.
/// </summary>
public static class ContentText
{
    private const int Width = 120;
    private const string Indent = "  ";

    /// <summary>The same text for the same content, with a line end at its end.</summary>
    public static string Of(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node, 0, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth, int column)
    {
        var line = Line(node);
        if (column + line.Length <= Width || node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 }))
        {
            text.Append(line);
            return;
        }

        var isObject = node is JsonObject;
        text.Append(isObject ? '{' : '[');
        var isFirst = true;
        foreach (var (name, value) in node is JsonObject map ? map.Select(member => (Name(member.Key), member.Value)) : ((JsonArray)node).Select(item => ("", item)))
        {
            text.Append(isFirst ? "\n" : ",\n");
            isFirst = false;
            Margin(text, depth + 1).Append(name);
            Write(text, value, depth + 1, ((depth + 1) * Indent.Length) + name.Length);
        }

        Margin(text.Append('\n'), depth).Append(isObject ? '}' : ']');
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject map => "{ " + string.Join(", ", map.Select(member => Name(member.Key) + Line(member.Value))) + " }",
        JsonArray list => "[" + string.Join(", ", list.Select(Line)) + "]",
        null => "null",
        _ => node.ToJsonString(ContentJson.Options),
    };

    private static string Name(string key) => JsonValue.Create(key).ToJsonString(ContentJson.Options) + ": ";

    private static StringBuilder Margin(StringBuilder text, int depth)
    {
        for (var i = 0; i < depth; i++)
            text.Append(Indent);
        return text;
    }
}
