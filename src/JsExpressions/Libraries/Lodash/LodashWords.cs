using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using JsExpressions.BuiltIns;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>words and the functions that join them again.</summary>
internal static partial class LodashWords
{
    private static readonly Dictionary<char, string> Special = new()
    {
        ['Æ'] = "Ae", ['æ'] = "ae", ['Þ'] = "Th", ['þ'] = "th", ['ß'] = "ss", ['Ð'] = "D", ['ð'] = "d", ['Ø'] = "O", ['ø'] = "o", ['Đ'] = "D",
        ['đ'] = "d", ['Ħ'] = "H", ['ħ'] = "h", ['ı'] = "i", ['Ĳ'] = "IJ", ['ĳ'] = "ij", ['ĸ'] = "k", ['Ŀ'] = "L", ['ŀ'] = "l", ['Ł'] = "L",
        ['ł'] = "l", ['ŉ'] = "'n", ['Ŋ'] = "N", ['ŋ'] = "n", ['Œ'] = "Oe", ['œ'] = "oe", ['Ŧ'] = "T", ['ŧ'] = "t", ['ſ'] = "s",
    };

    public static void Install(JsObject target) => target
        .Function("words", 2, (run, _, args) =>
        {
            var text = LodashText.Text(run, args);
            if (args.At(1).IsUndefined) return Collection.Make(run, Words(run, text).Select(word => (JsValue)word));
            var found = LodashText.Method(run, "match", [text, args[1]]);
            return found.IsNull ? new JsArray() : found;
        })
        .Function("camelCase", 1, (run, _, args) => Join(run, args, "", (word, i) => i == 0 ? Casing.Lower(word) : Capital(Casing.Lower(word))))
        .Function("kebabCase", 1, (run, _, args) => Join(run, args, "-", (word, _) => Casing.Lower(word)))
        .Function("snakeCase", 1, (run, _, args) => Join(run, args, "_", (word, _) => Casing.Lower(word)))
        .Function("lowerCase", 1, (run, _, args) => Join(run, args, " ", (word, _) => Casing.Lower(word)))
        .Function("upperCase", 1, (run, _, args) => Join(run, args, " ", (word, _) => Casing.Upper(word)))
        .Function("startCase", 1, (run, _, args) => Join(run, args, " ", (word, _) => Capital(word)))
        .Function("deburr", 1, (run, _, args) => Deburr(LodashText.Text(run, args)));

    private static string Join(JsRun run, ReadOnlySpan<JsValue> args, string separator, Func<string, int, string> change)
    {
        var text = Deburr(LodashText.Text(run, args)).Replace("'", "", StringComparison.Ordinal).Replace("\u2019", "", StringComparison.Ordinal);
        var result = string.Join(separator, Words(run, text).Select(change));
        run.Budget.Text(result.Length);
        return result;
    }

    private static string Capital(string word) => Casing.Upper(word[..1]) + word[1..];

    private static IEnumerable<string> Words(JsRun run, string text)
    {
        run.Budget.Steps(text.Length / 4);
        foreach (Match match in Word().Matches(text)) yield return match.Value;
    }

    // After lodash's reUnicodeWord: runs of capitals, capitalised words, lower case, other letters, digits, ordinals.
    [GeneratedRegex(@"[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\b|[A-Z_])|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\b|[a-z_])|\p{Lu}+(?:['\u2019](?:D|LL|M|RE|S|T|VE))?(?=[^\p{L}\p{N}]|\p{Lu}\p{Ll}|$|\p{N})|\p{Lu}?\p{Ll}+(?:['\u2019](?:d|ll|m|re|s|t|ve))?|\p{Lu}+|\p{N}+|[\p{Lo}\p{Lm}\p{Lt}]+|[\p{So}\p{Cs}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    private static string Deburr(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is >= '\u0300' and <= '\u036F' or >= '\uFE20' and <= '\uFE2F' or >= '\u20D0' and <= '\u20FF') continue;
            if (Special.TryGetValue(c, out var plain)) result.Append(plain);
            else if (c is >= '\u00C0' and <= '\u017F')
            {
                foreach (var part in c.ToString().Normalize(NormalizationForm.FormD))
                    if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark) result.Append(part);
            }
            else result.Append(c);
        }
        return result.ToString();
    }
}
