namespace JsExpressions;

/// <summary>The text given to <see cref="JsScript"/> cannot be parsed.</summary>
public sealed class JsSyntaxException : Exception
{
    /// <summary>Wraps the error.</summary>
    public JsSyntaxException(JsSyntaxError error) : base($"{error?.Message} (line {error?.Line}, column {error?.Column})")
    {
        ArgumentNullException.ThrowIfNull(error);
        Error = error;
    }

    /// <summary>What is wrong and where.</summary>
    public JsSyntaxError Error { get; }
}
