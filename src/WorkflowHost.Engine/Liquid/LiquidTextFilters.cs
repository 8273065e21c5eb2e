using System.Net;
using System.Text.RegularExpressions;

namespace WorkflowHost.Engine.Liquid;

/// <summary>Filters that make text of text.</summary>
internal static partial class LiquidTextFilters
{
    public static IReadOnlyDictionary<string, Func<object?, LiquidArguments, object?>> All { get; } =
        new Dictionary<string, Func<object?, LiquidArguments, object?>>
        {
            ["append"] = Of((text, with) => Bounded(text + with.Text(0))),
            ["prepend"] = Of((text, with) => Bounded(with.Text(0) + text)),
            ["upcase"] = Of((text, with) => text.ToUpper(with.Scope.Culture)),
            ["downcase"] = Of((text, with) => text.ToLower(with.Scope.Culture)),
            ["capitalize"] = Of((text, with) => text.Length == 0 ? text : char.ToUpper(text[0], with.Scope.Culture) + text[1..].ToLower(with.Scope.Culture)),
            ["strip"] = Of((text, _) => text.Trim()),
            ["lstrip"] = Of((text, _) => text.TrimStart()),
            ["rstrip"] = Of((text, _) => text.TrimEnd()),
            ["strip_newlines"] = Of((text, _) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)),
            ["strip_html"] = Of((text, _) => Tags().Replace(text, "")),
            ["replace"] = Of((text, with) => Replace(text, with.Text(0), with.Text(1))),
            ["remove"] = Of((text, with) => Replace(text, with.Text(0), "")),
            ["replace_first"] = Of((text, with) => ReplaceAt(text, text.IndexOf(with.Text(0), StringComparison.Ordinal), with.Text(0), with.Text(1))),
            ["replace_last"] = Of((text, with) => ReplaceAt(text, text.LastIndexOf(with.Text(0), StringComparison.Ordinal), with.Text(0), with.Text(1))),
            ["remove_first"] = Of((text, with) => ReplaceAt(text, text.IndexOf(with.Text(0), StringComparison.Ordinal), with.Text(0), "")),
            ["remove_last"] = Of((text, with) => ReplaceAt(text, text.LastIndexOf(with.Text(0), StringComparison.Ordinal), with.Text(0), "")),
            ["truncate"] = Of((text, with) => Truncate(text, LiquidValues.ToInt(with[0], 50), with.Count > 1 ? with.Text(1) : "...")),
            ["truncatewords"] = Of((text, with) => TruncateWords(text, LiquidValues.ToInt(with[0], 15), with.Count > 1 ? with.Text(1) : "...")),
            ["handle"] = Of((text, _) => NoHandle().Replace(text.ToLowerInvariant(), "-").Trim('-')),
            ["handleize"] = Of((text, _) => NoHandle().Replace(text.ToLowerInvariant(), "-").Trim('-')),
            ["newline_to_br"] = (input, with) => new LiquidMarkup(
                (input is LiquidMarkup markup ? markup.Text : with.Scope.Encoder is null ? LiquidFilters.Text(input, with) : WebUtility.HtmlEncode(LiquidFilters.Text(input, with)))
                .Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "<br />\n", StringComparison.Ordinal)),
        };

    private static Func<object?, LiquidArguments, object?> Of(Func<string, LiquidArguments, string> change) => (input, with) =>
    {
        var text = change(LiquidFilters.Text(input, with), with);
        return input is LiquidMarkup && with.Positional.All(argument => argument is LiquidMarkup) ? new LiquidMarkup(text) : text;
    };

    private static string Bounded(string text)
    {
        LiquidLimits.CheckLength(text.Length);
        return text;
    }

    private static string Replace(string text, string old, string with)
    {
        if (old.Length == 0)
            return text;
        LiquidLimits.CheckLength(text.Length + ((long)text.Length / old.Length * Math.Max(0, with.Length - old.Length)));
        return text.Replace(old, with, StringComparison.Ordinal);
    }

    private static string ReplaceAt(string text, int at, string old, string with) =>
        at < 0 || old.Length == 0 ? text : Bounded(string.Concat(text.AsSpan(0, at), with, text.AsSpan(at + old.Length)));

    private static string Truncate(string text, int length, string ellipsis) =>
        text.Length <= length ? text
        : length <= ellipsis.Length ? ellipsis
        : text[..(length - ellipsis.Length)] + ellipsis;

    private static string TruncateWords(string text, int count, string ellipsis)
    {
        var words = text.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= count ? text : string.Join(' ', words.Take(Math.Max(1, count))) + ellipsis;
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoHandle();
}
