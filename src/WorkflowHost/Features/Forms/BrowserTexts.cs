using System.Globalization;
using System.Resources;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Forms;

/// <summary>
/// The renderer's dictionary in one language: its own messages from our resource, over them the words of the form. The
/// renderer falls back to English for a language without a dictionary, so there is one for every language we show.
/// </summary>
public sealed class BrowserTexts(PublishedContent content)
{
    private static readonly ResourceManager Renderer = new("WorkflowHost.Features.Forms.RendererTexts", typeof(BrowserTexts).Assembly);

    public IReadOnlyDictionary<string, string> Of(string form, string language)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        // From the neutral language to the asked one: a message nobody translated yet is shown in Spanish.
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(language) })
        {
            if (Renderer.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set)
                continue;
            foreach (System.Collections.DictionaryEntry entry in set)
                words[Label((string)entry.Key)] = (string?)entry.Value ?? "";
        }

        foreach (var (text, translation) in content.Current.Dictionaries.ForForm(form).GetValueOrDefault(language) ?? new Dictionary<string, string>())
            words[text] = translation;
        return words;
    }

    // Some of the renderer's keys differ in case only ("submit", "Submit"), which a resource file does not allow.
    private static string Label(string key) =>
        key.StartsWith("label.", StringComparison.Ordinal) ? key["label.".Length..] : key;
}
