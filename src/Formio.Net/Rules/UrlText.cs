using System.Text.RegularExpressions;

namespace Formio.Rules;

/// <summary>The address patterns of form.io: one with a top-level domain, one with a protocol and without.</summary>
internal static partial class UrlText
{
    // Longer than any browser sends.
    private const int LongestUrl = 10_000;

    // form.io writes (?:X-*)*X+, which backtracks without end on long names; this says the same.
    private const string Name = @"(?>[a-z\u00a1-\uffff0-9](?:[a-z\u00a1-\uffff0-9-]*[a-z\u00a1-\uffff0-9])?)";

    private const string Host =
        @"(?:(?!(?:10|127)(?:\.\d{1,3}){3})(?!(?:169\.254|192\.168)(?:\.\d{1,3}){2})"
        + @"(?!172\.(?:1[6-9]|2\d|3[0-1])(?:\.\d{1,3}){2})(?:[1-9]\d?|1\d\d|2[01]\d|22[0-3])"
        + @"(?:\.(?:1?\d{1,2}|2[0-4]\d|25[0-5])){2}(?:\.(?:[1-9]\d?|1\d\d|2[0-4]\d|25[0-4]))"
        + "|" + Name + @"(?:\." + Name + ")*";

    private const string Login = @"(?:[^\s\uFEFF]+@)?";

    private const string Rest = @")(?::\d{2,5})?(?:[/?#][^\s\uFEFF]*)?\z";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private static readonly Regex WithDomain = new(
        @"^(?:(?:(?:https?|ftp):)?\/\/)?" + Login + Host + @"(?:\.(?:[a-z\u00a1-\uffff]{2,}))" + Rest,
        Options, Patience);

    private static readonly Regex WithProtocol = new(
        @"^(?:https?|ftp):\/\/" + Login + Host + @"(?:\.(?:[a-z\u00a1-\uffff]{2,}))?" + Rest,
        Options, Patience);

    public static bool IsUrl(string text)
    {
        if (text.Length > LongestUrl) return false;
        try
        {
            return (WithDomain.IsMatch(text) || WithProtocol.IsMatch(text)) && !EmailText.IsEmail(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
