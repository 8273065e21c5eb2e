namespace Formio.Lint;

/// <summary>Visible texts without a translation. Needs dictionaries, so it is asked for by itself.</summary>
internal static class MissingTranslations
{
    public static IEnumerable<FormProblem> Check(
        FormDefinition definition, string language, IReadOnlyDictionary<string, string> dictionary)
    {
        var missing = from text in FormTexts.Of(definition)
                      where !dictionary.ContainsKey(text.Text)
                      group text by text.Text;
        foreach (var text in missing)
        {
            yield return new FormProblem(
                text.First().Path,
                text.Any(place => place.IsConsent) ? "missing-consent-translation" : "missing-translation",
                $"'{text.Key}' has no translation into {language}.",
                $"Add the text to the {language} dictionary.");
        }
    }
}
