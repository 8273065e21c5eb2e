namespace Formio;

/// <summary>One text of a form that people read, as the renderer looks it up in a dictionary.</summary>
/// <param name="Path">Path of the component; empty for a text of the form itself.</param>
/// <param name="Property">Where in the component it stands: <c>label</c>, <c>values[2].label</c>, <c>validate.customMessage</c>.</param>
/// <param name="Text">The text, which is also its key in the dictionaries.</param>
public sealed record FormText(string Path, string Property, string Text)
{
    /// <summary>
    /// Whether the component asks for consent (<c>properties.consent</c> names what for). Nobody consents to a text in a
    /// language that was not chosen, so such a text must have its translation and none may stand in for it.
    /// </summary>
    public bool IsConsent { get; init; }
}
