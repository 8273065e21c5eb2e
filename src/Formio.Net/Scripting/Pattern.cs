using System.Text.RegularExpressions;
using Formio.Processing;

namespace Formio.Scripting;

/// <summary>A pattern of form JSON, matched against a whole text.</summary>
internal sealed class Pattern(string pattern)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly Regex? _regex = Compile(pattern);

    /// <summary>Null when the pattern is none or takes too long: form.io swallows the error and accepts.</summary>
    public bool? IsMatch(string text, SubmissionPass pass)
    {
        _ = pass;
        try
        {
            return _regex?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex("^" + pattern + "(?!\\n)$", RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
