using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkflowHost.Cases.Files;

/// <summary>Titles from templates: <c>{nombre} {apellidos}</c>.</summary>
public static partial class CaseTitle
{
    /// <summary>The title; a missing field leaves nothing, spaces are closed up, an empty result is the folio.</summary>
    public static string Make(string template, JsonObject data, string folio)
    {
        var filled = Placeholder().Replace(template, m =>
            m.Groups[1].Value == "folio" ? folio : CaseText.Of(data[m.Groups[1].Value]));
        var title = Spaces().Replace(filled, " ").Trim(' ', '-', '·', ',');
        return title.Length == 0 ? folio : title;
    }

    /// <summary>The fields a template names.</summary>
    public static IEnumerable<string> Names(string template) =>
        Placeholder().Matches(template).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
