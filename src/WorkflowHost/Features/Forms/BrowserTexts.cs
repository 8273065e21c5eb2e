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
    private static readonly ResourceManager Builder = new("WorkflowHost.Features.Forms.BuilderTexts", typeof(BrowserTexts).Assembly);

    /// <param name="withBuilder">Whether the words of the builder's own dialogs are wanted too.</param>
    public IReadOnlyDictionary<string, string> Of(string form, string language, bool withBuilder) =>
        Of(content.Current.Dictionaries, form, language, withBuilder);

    /// <summary>The same over other dictionaries than those in force.</summary>
    public static IReadOnlyDictionary<string, string> Of(ContentDictionaries dictionaries, string form, string language, bool withBuilder)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(words, Renderer, language);
        if (withBuilder)
            Add(words, Builder, language);
        foreach (var (text, translation) in dictionaries.ForForm(form).GetValueOrDefault(language) ?? new Dictionary<string, string>())
            words[text] = translation;
        return words;
    }

    private static void Add(Dictionary<string, string> words, ResourceManager resource, string language)
    {
        // From the neutral language to the asked one: a message nobody translated yet is shown in Spanish.
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(language) })
        {
            if (resource.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not { } set)
                continue;
            foreach (System.Collections.DictionaryEntry entry in set)
                words[Label((string)entry.Key)] = (string?)entry.Value ?? "";
        }
    }

    // Some of the renderer's keys differ in case only ("submit", "Submit"), which a resource file does not allow.
    private static string Label(string key) =>
        key.StartsWith("label.", StringComparison.Ordinal) ? key["label.".Length..] : key;
}
