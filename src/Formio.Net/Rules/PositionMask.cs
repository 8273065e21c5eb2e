using Formio.Values;

namespace Formio.Rules;

/// <summary>form.io's own mask check: each character of the mask against the character at the same place.</summary>
internal static class PositionMask
{
    public static bool Fits(DataValue value, string mask)
    {
        // An object has no characters: nothing is longer than the mask, and no place fits.
        var text = value.AsString ?? "";
        if (text.Length > mask.Length) return false;
        for (var i = 0; i < mask.Length; i++)
        {
            var c = i < text.Length ? text[i] : '\0';
            var fits = mask[i] switch
            {
                '9' => char.IsAsciiDigit(c),
                'A' => char.IsAsciiLetter(c) || (c == '\0' && i >= text.Length),
                'a' => char.IsAsciiLetterLower(c) || (c == '\0' && i >= text.Length),
                '*' => char.IsAsciiLetterOrDigit(c) || (c == '\0' && i >= text.Length),
                var literal => literal == c,
            };
            if (!fits) return false;
        }

        return true;
    }
}
