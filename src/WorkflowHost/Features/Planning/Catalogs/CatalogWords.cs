using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>
/// The labels of a list in the other languages. They stand in the general dictionaries, like every other word, so they
/// hold at once and for every form that says the same.
/// </summary>
public sealed class CatalogWords(PublishedContent content, DictionaryPublishing publishing)
{
    public static IReadOnlyList<ScreenLanguage> Languages { get; } = [.. ScreenLanguages.All.Where(language => language.Tag != "es")];

    public CatalogEntry EntryOf(JsonObject entry)
    {
        var label = entry["label"]?.ToString() ?? "";
        return new CatalogEntry(
            entry["value"]?.ToString() ?? "", label, FormCatalogs.IsRetired(entry),
            Languages.ToDictionary(language => language.Tag, language => Word(language.Tag, label) ?? "", StringComparer.Ordinal));
    }

    /// <summary>Keeps what differs; answers how many words somebody else changed meanwhile.</summary>
    public async Task<int> SaveAsync(IReadOnlyList<CatalogEntry> entries, string actor, CancellationToken stop)
    {
        var changes =
            from entry in entries
            where entry.Label.Length > 0
            from translation in entry.Translations
            let was = Word(translation.Key, entry.Label)
            where translation.Value.Length > 0 && translation.Value != was
            select new DictionaryChange(translation.Key, entry.Label, was, translation.Value);
        var list = changes.DistinctBy(change => (change.Dictionary, change.Id)).ToList();
        return list.Count == 0 ? 0 : (await publishing.SaveAsync(ContentVersions.DictionaryKind, list, actor, stop)).Count;
    }

    private string? Word(string language, string label) => content.Current.Dictionaries.Of(language).GetValueOrDefault(label);
}
