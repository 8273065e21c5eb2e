using System.Text;

namespace JsExpressions.BuiltIns;

/// <summary>Upper and lower case with the special mappings ECMAScript wants (ß becomes SS, a final sigma ς).</summary>
internal static class Casing
{
    private static readonly Dictionary<char, string> SpecialUpper = MakeSpecial();

    public static string Upper(string text)
    {
        if (Ascii(text)) return text.ToUpperInvariant();
        var result = new StringBuilder(text.Length + 8);
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0xDF || !SpecialUpper.TryGetValue(text[i], out var special)) continue;
            result.Append(text[plain..i].ToUpperInvariant()).Append(special);
            plain = i + 1;
        }
        return result.Append(text[plain..].ToUpperInvariant()).ToString();
    }

    public static string Lower(string text)
    {
        if (Ascii(text)) return text.ToLowerInvariant();
        var lower = text.Replace("\u0130", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();
        if (!text.Contains('Σ', StringComparison.Ordinal)) return lower;
        var result = new StringBuilder(text.Replace("\u0130", "i\u0307", StringComparison.Ordinal));
        for (var i = 0; i < result.Length; i++)
        {
            if (result[i] == 'Σ' && IsFinal(result, i)) result[i] = 'ς';
        }
        return result.ToString().ToLowerInvariant();
    }

    /// <summary>Applies a change that unpaired surrogates would make fail to the pieces between them.</summary>
    public static string Pieces(string text, Func<string, string> change)
    {
        var result = new StringBuilder(text.Length);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            result.Append(change(text[start..i])).Append(text[i]);
            start = i + 1;
        }
        return start == 0 ? change(text) : result.Append(change(text[start..])).ToString();
    }

    private static bool Ascii(string text) => System.Text.Ascii.IsValid(text);

    private static bool IsFinal(StringBuilder text, int at)
    {
        var before = at - 1;
        while (before >= 0 && IsIgnorable(text[before])) before--;
        var after = at + 1;
        while (after < text.Length && IsIgnorable(text[after])) after++;
        return before >= 0 && char.IsLetter(text[before]) && !(after < text.Length && char.IsLetter(text[after]));
    }

    private static bool IsIgnorable(char c) => c is '\'' or '.' or ':' or '^' or '`' or '\u00AD' or '\u2019'
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.ModifierLetter;

    private static Dictionary<char, string> MakeSpecial()
    {
        var map = new Dictionary<char, string>
        {
            ['ß'] = "SS", ['ŉ'] = "ʼN", ['ǰ'] = "J̌", ['ΐ'] = "Ϊ́", ['ΰ'] = "Ϋ́", ['և'] = "ԵՒ", ['ẖ'] = "H̱", ['ẗ'] = "T̈", ['ẘ'] = "W̊",
            ['ẙ'] = "Y̊", ['ẚ'] = "Aʾ", ['ﬀ'] = "FF", ['ﬁ'] = "FI", ['ﬂ'] = "FL", ['ﬃ'] = "FFI", ['ﬄ'] = "FFL", ['ﬅ'] = "ST", ['ﬆ'] = "ST",
        };
        return map;
    }
}
