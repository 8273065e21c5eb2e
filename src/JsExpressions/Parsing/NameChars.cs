using System.Globalization;

namespace JsExpressions.Parsing;

/// <summary>Which code points a name is made of: Unicode's ID_Start and ID_Continue, <c>$</c> and <c>_</c>.</summary>
internal static class NameChars
{
    public static bool IsStart(int code) => code < 128
        ? char.IsAsciiLetter((char)code) || code is '$' or '_'
        : CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber && code != 0x2E2F
            || code is 0x1885 or 0x1886 or 0x2118 or 0x212E or 0x309B or 0x309C;

    public static bool IsPart(int code) => code < 128
        ? char.IsAsciiLetterOrDigit((char)code) || code is '$' or '_'
        : IsStart(code) || code is 0x200C or 0x200D or 0xB7 or 0x387 or (>= 0x1369 and <= 0x1371) or 0x19DA or 0x30FB or 0xFF65
            || CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation;

    public static bool IsName(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var code = CodeAt(text, at);
            if (!(at == 0 ? IsStart(code) : IsPart(code))) return false;
            at += code > 0xFFFF ? 2 : 1;
        }
        return at > 0;
    }

    /// <summary>The code point there; half of a pair stands for itself, 0 behind the end.</summary>
    public static int CodeAt(string text, int at)
    {
        if (at >= text.Length) return 0;
        return char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
    }
}
