namespace Formio;

/// <summary>What a compiled form needs besides its JSON.</summary>
public sealed record FormCompileOptions
{
    /// <summary>
    /// Dictionaries by language: visible text (a label, a message template) or error key → translation.
    /// They win over the shipped message dictionaries. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();
}
