namespace WorkflowHost.Cases.Plans;

/// <summary>One text in several languages, by two-letter code: <c>{"es": "Registro", "en": "Registration"}</c>.</summary>
public sealed class LocalizedText(IReadOnlyDictionary<string, string> texts)
{
    /// <summary>The texts by language code; may be empty.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    /// <summary>The text in that language, else in Spanish, else in any, else the empty string.</summary>
    public string In(string language) =>
        Texts.TryGetValue(language, out var text) || Texts.TryGetValue("es", out text)
            ? text
            : Texts.Values.FirstOrDefault("");

    /// <summary>The Spanish text (or the first one there is).</summary>
    public override string ToString() => In("es");
}
