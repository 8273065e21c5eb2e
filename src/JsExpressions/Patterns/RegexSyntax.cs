namespace JsExpressions.Patterns;

/// <summary>Checks a regular expression when the script is parsed.</summary>
internal static class RegexSyntax
{
    /// <summary>What is wrong, or null.</summary>
    public static string? Check(string pattern, string flags)
    {
        try
        {
            CompiledRegex.Get(pattern, flags);
            return null;
        }
        catch (RegexSyntaxException exception)
        {
            return exception.Message;
        }
    }
}

/// <summary>The pattern or its flags are not valid.</summary>
internal sealed class RegexSyntaxException(string message) : Exception(message);
