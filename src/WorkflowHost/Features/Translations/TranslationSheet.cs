namespace WorkflowHost.Features.Translations;

/// <summary>One table of words: a form's, the screens', the messages', or those that no form uses any more.</summary>
/// <param name="Key">A form's key, or one of <see cref="SheetKeys"/>.</param>
/// <param name="Languages">Columns that can be changed, in order.</param>
public sealed record TranslationSheet(string Key, string Title, IReadOnlyList<string> Languages, IReadOnlyList<TranslationRow> Rows)
{
    public bool IsForm => !Key.StartsWith('_');

    /// <summary>Words whose Spanish changed since they were translated into a language.</summary>
    public int Changed(string language) => Rows.Count(row => row.Cells.TryGetValue(language, out var cell) && cell.Earlier is not null);

    /// <summary>Words that a language still lacks.</summary>
    public int Missing(string language) => Rows.Count(row => row.Cells.TryGetValue(language, out var cell) && cell.Text is null);
}

/// <param name="Id">What the word is looked up by; of a form, the Spanish text itself.</param>
/// <param name="Source">The Spanish text.</param>
public sealed record TranslationRow(string Id, string Source, IReadOnlyDictionary<string, TranslationCell> Cells)
{
    /// <summary>Such a text has every language or the form is not published.</summary>
    public bool IsConsent { get; init; }
}

/// <param name="Text">Null while missing.</param>
/// <param name="IsOwn">Holds in this form only.</param>
public sealed record TranslationCell(string? Text, bool IsOwn = false)
{
    /// <summary>The translation of the text that stood here in the version before; a person has to say whether it still holds.</summary>
    public string? Earlier { get; init; }
}

/// <summary>Tables that belong to no form; a form's key never begins with an underscore.</summary>
public static class SheetKeys
{
    public const string Screens = "_screens";
    public const string Messages = "_messages";
    public const string Presets = "_presets";
    public const string Unused = "_unused";
}
