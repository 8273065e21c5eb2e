using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Formio.Rules;

/// <summary>
/// The inputmask library's isValid, for its whole mask language: 9 digit, a letter, A upper-case letter, * letter or
/// digit, &amp; the same in upper case, # hexadecimal, [optional], (one|other), {repeat}, \ literal. Literals must be there.
/// </summary>
internal static class InputMask
{
    private const string Letters = @"A-Za-z\u0410-\u044F\u0401\u0451\u00C0-\u00FF\u00B5";

    private const string Capitals = @"A-Z\u0410-\u042F\u0401\u00C0-\u00DE";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    // Masks come from forms, of which there are few; the cache is emptied should someone generate them.
    private static readonly ConcurrentDictionary<string, Regex?> Compiled = new(StringComparer.Ordinal);

    public static bool IsValid(string text, string mask)
    {
        if (Compiled.Count > 1000) Compiled.Clear();
        var regex = Compiled.GetOrAdd(mask, static source => Compile(source));
        try
        {
            return regex is null || regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Null for a mask that is none; the library's error is swallowed by form.io.
    private static Regex? Compile(string mask)
    {
        var pattern = new StringBuilder("^");
        for (var i = 0; i < mask.Length; i++)
        {
            var repeat = mask[i] == '{' ? mask.IndexOf('}', i) : -1;
            if (repeat > 0)
            {
                pattern.Append(mask[i..(repeat + 1)].Replace('*', '0').Replace("+}", "}", StringComparison.Ordinal));
                i = repeat;
            }
            else if (mask[i] == '\\' && i + 1 < mask.Length)
            {
                pattern.Append(Regex.Escape(mask[++i].ToString()));
            }
            else
            {
                pattern.Append(Symbol(mask[i]));
            }
        }

        try
        {
            return new Regex(pattern.Append("\\z").ToString(), RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Symbol(char symbol) => symbol switch
    {
        '9' => "[0-9\uFF11-\uFF19]",
        'a' => $"[{Letters}]",
        'A' => $"[{Capitals}]",
        '*' => $"[0-9\uFF11-\uFF19{Letters}]",
        '&' => $"[0-9{Capitals}]",
        '#' => "[0-9A-F]",
        '[' or '(' => "(?:",
        ']' => ")?",
        ')' => ")",
        '|' => "|",
        _ => Regex.Escape(symbol.ToString()),
    };
}
