using System.Text.RegularExpressions;

namespace Formio.Rules;

/// <summary>The e-mail pattern form.io took from a well-known answer; the server and the browser share it.</summary>
internal static partial class EmailText
{
    public static bool IsEmail(string text) => Pattern().IsMatch(text);

    // \z for JavaScript's $, and its \s written out where .NET's differs (U+FEFF).
    [GeneratedRegex(
        """^(([^<>()[\]\\.,;:\s\uFEFF@"]+(\.[^<>()[\]\\.,;:\s\uFEFF@"]+)*)|("[^\n\r\u2028\u2029]+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))\z""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
