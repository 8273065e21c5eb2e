using System.Text.Json.Nodes;

namespace Formio.Lint;

/// <summary>Visible texts without a translation. Needs dictionaries, so it is asked for by itself.</summary>
internal static class MissingTranslations
{
    private static readonly string[] Texts =
        ["label", "title", "legend", "tooltip", "description", "placeholder", "errorLabel", "content"];

    public static IEnumerable<FormProblem> Check(
        FormDefinition definition, string language, IReadOnlyDictionary<string, string> dictionary)
    {
        var missing = from component in definition.Components
                      from text in TextsOf(component.Json)
                      where !dictionary.ContainsKey(text)
                      group component.Path by text;
        foreach (var text in missing)
        {
            yield return new FormProblem(
                text.First(),
                "missing-translation",
                $"'{text.Key}' has no translation into {language}.",
                $"Add the text to the {language} dictionary.");
        }
    }

    private static IEnumerable<string> TextsOf(JsonObject component)
    {
        foreach (var name in Texts)
        {
            if (component["hideLabel"]?.ToString() == "true" && name == "label") continue;
            if (Text(component[name]) is { } text) yield return text;
        }

        var options = component["values"] as JsonArray ?? (component["data"] as JsonObject)?["values"] as JsonArray ?? [];
        foreach (var option in options.OfType<JsonObject>())
        {
            if (Text(option["label"]) is { } text) yield return text;
        }
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Any(char.IsLetter) ? text : null;
}
