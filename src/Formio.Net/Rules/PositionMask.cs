using Formio.Values;

namespace Formio.Rules;

/// <summary>form.io's own mask check: each character of the mask against the character at the same place.</summary>
internal static class PositionMask
{
    public static bool Fits(DataValue value, string mask)
    {
        var length = value.AsString?.Length ?? value.AsArray?.Count ?? 0;
        if (length > mask.Length) return false;
        for (var i = 0; i < mask.Length; i++)
        {
            if (!Fits(value, i, mask[i])) return false;
        }

        return true;
    }

    // JavaScript: what is not there is tested as the word "undefined", an element of a list as its text.
    private static bool Fits(DataValue value, int place, char symbol)
    {
        if (value.AsString is { } text && place < text.Length) return Fits(text[place], symbol);
        var there = value.AsArray?[place] ?? DataValue.Undefined;
        return symbol is '9' or 'A' or 'a' or '*'
            ? there.ToString().Any(c => Fits(c, symbol))
            : there.AsString is { Length: 1 } literal && literal[0] == symbol;
    }

    private static bool Fits(char c, char symbol) => symbol switch
    {
        '9' => char.IsAsciiDigit(c),
        'A' => char.IsAsciiLetter(c),
        'a' => char.IsAsciiLetterLower(c),
        '*' => char.IsAsciiLetterOrDigit(c),
        _ => c == symbol,
    };
}
