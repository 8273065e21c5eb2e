namespace Formio;

/// <summary>The text given as a form cannot be one: not JSON, not an object, or nested beyond the limit.</summary>
public sealed class FormDefinitionException : Exception
{
    /// <summary>Without a reason; prefer the other constructors.</summary>
    public FormDefinitionException()
    {
    }

    /// <summary>With the reason, a sentence fit for the person who designs the form.</summary>
    public FormDefinitionException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason and the parser's own exception.</summary>
    public FormDefinitionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
