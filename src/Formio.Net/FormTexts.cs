using System.Text.Json.Nodes;

namespace Formio;

/// <summary>The texts of a form that are translated, in form order.</summary>
public static class FormTexts
{
    private static readonly string[] OfComponents =
    [
        "label", "title", "legend", "tooltip", "description", "placeholder", "errorLabel", "content", "html",
        "addAnother", "saveRow", "removeRow", "prefix", "suffix", "footer",
    ];

    // Their label is for the builder's eyes only.
    private static readonly HashSet<string> Unlabelled = new(StringComparer.Ordinal)
    {
        "columns", "container", "content", "fieldset", "hidden", "htmlelement", "panel", "table", "tabs", "well",
    };

    /// <summary>Every visible text with letters, once per place it stands in.</summary>
    public static IEnumerable<FormText> Of(FormDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (Words(definition.Json["title"]) is { } title)
            yield return new FormText("", "title", title);
        foreach (var component in definition.Components)
        {
            var isConsent = component.Properties.ContainsKey("consent");
            foreach (var (property, text) in OfComponent(component.Type, component.Json))
                yield return new FormText(component.Path, property, text) { IsConsent = isConsent };
        }
    }

    private static IEnumerable<(string Property, string Text)> OfComponent(string type, JsonObject component)
    {
        foreach (var name in OfComponents)
        {
            if (name == "label" && (Unlabelled.Contains(type) || component["hideLabel"]?.ToString() == "true"))
                continue;
            if (Words(component[name]) is { } text)
                yield return (name, text);
        }

        if (component["validate"] is JsonObject rules && Words(rules["customMessage"]) is { } message)
            yield return ("validate.customMessage", message);
        foreach (var (rule, words) in component["errors"] as JsonObject ?? [])
        {
            if (Words(words) is { } text)
                yield return ($"errors.{rule}", text);
        }

        foreach (var (list, options) in Lists(component))
        {
            for (var i = 0; i < options.Count; i++)
            {
                if (options[i] is JsonObject option && Words(option["label"]) is { } text)
                    yield return ($"{list}[{i}].label", text);
            }
        }
    }

    private static IEnumerable<(string Name, JsonArray Options)> Lists(JsonObject component)
    {
        foreach (var name in new[] { "values", "questions" })
        {
            if (component[name] is JsonArray options)
                yield return (name, options);
        }

        if (component["data"] is JsonObject data && data["values"] is JsonArray choices)
            yield return ("data.values", choices);
    }

    private static string? Words(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && text.Any(char.IsLetter) ? text : null;
}
