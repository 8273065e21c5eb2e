using System.Text;
using Formio.Values;

namespace Formio.Messages;

/// <summary>lodash escape, and the same for every text in a value.</summary>
internal static class Html
{
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny("&<>\"'") < 0) return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    public static DataValue Escape(DataValue value)
    {
        if (value.AsString is { } text) return Escape(text);
        if (value.AsArray is { } items) return new DataArray(items.Items.Select(Escape));
        if (value.AsObject is not { } members) return value;
        var escaped = new DataObject(members.Count);
        foreach (var (key, member) in members) escaped[key] = Escape(member);
        return escaped;
    }
}
