namespace WorkflowHost.Content;

/// <summary>One word to be changed in one dictionary.</summary>
/// <param name="Dictionary"><c>language</c> or <c>form.language</c>.</param>
/// <param name="Id">The text the word is looked up by.</param>
/// <param name="Was">What the person saw when changing it, null when there was nothing.</param>
/// <param name="Text">The new word; null or blank takes the entry out.</param>
public sealed record DictionaryChange(string Dictionary, string Id, string? Was, string? Text)
{
    /// <summary>The language, whichever dictionary it is.</summary>
    public string Language => Dictionary[(Dictionary.LastIndexOf('.') + 1)..];
}
