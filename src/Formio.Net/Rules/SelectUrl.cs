using System.Text;
using Formio.Messages;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The request a URL select makes to look one value up.</summary>
internal static class SelectUrl
{
    /// <summary>Null when the address is none.</summary>
    public static FetchQuestion? For(in RuleInput input)
    {
        var json = input.Component.Json;
        var address = Template.Fill(DataPath.Get(json, "data.url").ToString(), input.Pass.Data);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed)) return null;
        var query = Parse(parsed.Query);
        var search = json["valueProperty"].IsTruthy
            ? DataPath.Member(input.Value, json["valueProperty"].ToString())
            : input.Value;
        Set(query, json["searchField"].ToString(), search.AsString ?? DataWriter.Stringify(search) ?? "undefined");
        if (json["selectFields"].IsTruthy) Set(query, "select", json["selectFields"].ToString());
        if (json["sort"].IsTruthy) Set(query, "sort", json["sort"].ToString());
        if (json["filter"].AsString is { Length: > 0 } filter)
        {
            foreach (var (name, value) in Parse(filter)) Set(query, name, value);
        }

        var url = new StringBuilder(parsed.GetLeftPart(UriPartial.Path));
        for (var i = 0; i < query.Count; i++)
            url.Append(i == 0 ? '?' : '&').Append(Encode(query[i].Name)).Append('=').Append(Encode(query[i].Value));
        return new FetchQuestion(url.Append(parsed.Fragment).ToString(), "GET", Headers(json), null);
    }

    private static Dictionary<string, string> Headers(DataObject json)
    {
        var headers = new Dictionary<string, string>();
        foreach (var header in DataPath.Get(json, "data.headers").AsArray?.Items ?? [])
        {
            if (DataPath.Member(header, "key").AsString is { Length: > 0 } name)
                headers[name] = DataPath.Member(header, "value").ToString();
        }

        return headers;
    }

    private static void Set(List<(string Name, string Value)> query, string name, string value)
    {
        var at = query.FindIndex(pair => pair.Name == name);
        if (at < 0) query.Add((name, value));
        else query[at] = (name, value);
    }

    private static List<(string Name, string Value)> Parse(string query) =>
        [.. from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            let cut = pair.IndexOf('=', StringComparison.Ordinal)
            select (Decode(cut < 0 ? pair : pair[..cut]), cut < 0 ? "" : Decode(pair[(cut + 1)..]))];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // application/x-www-form-urlencoded, as URLSearchParams writes it.
    private static string Encode(string text)
    {
        var encoded = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var c = (char)b;
            if (char.IsAsciiLetterOrDigit(c) || c is '*' or '-' or '.' or '_') encoded.Append(c);
            else if (c == ' ') encoded.Append('+');
            else encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
