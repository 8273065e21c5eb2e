using JsExpressions.Regex;

namespace JsExpressions.Parsing;

/// <summary>Checks a regular expression when the script is parsed.</summary>
internal static class RegexSyntax
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Check(string pattern, string flags)
    {
        if (flags.Any(flag => !"dgimsuvy".Contains(flag)) || flags.Distinct().Count() != flags.Length) return $"the flags '{flags}' are not valid.";
        try
        {
            CompiledRegex.Get(pattern, flags);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }
}
