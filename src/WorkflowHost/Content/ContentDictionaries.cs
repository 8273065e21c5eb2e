using System.Collections.Frozen;
using System.Text.Json;

namespace WorkflowHost.Content;

/// <summary>Translations of visible texts, read from <c>forms/i18n</c>.</summary>
public sealed class ContentDictionaries
{
    private readonly FrozenDictionary<string, IReadOnlyDictionary<string, string>> _byKey;

    private ContentDictionaries(IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, string>>> dictionaries) =>
        _byKey = dictionaries.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Languages that have a general dictionary.</summary>
    public IReadOnlyList<string> Languages =>
        [.. _byKey.Keys.Where(key => !key.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <param name="files">Key (<c>language</c> or <c>form.language</c>) and JSON.</param>
    public static ContentDictionaries Read(IEnumerable<(string Key, string Json)> files) => new(
        files.Select(file => KeyValuePair.Create<string, IReadOnlyDictionary<string, string>>(
            file.Key, JsonSerializer.Deserialize<Dictionary<string, string>>(file.Json) ?? [])));

    /// <summary>Every language's words for one form.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ForForm(string form) => _byKey.Keys
        .Select(key => key.StartsWith(form + ".", StringComparison.Ordinal) ? key[(form.Length + 1)..] : key)
        .Where(key => !key.Contains('.', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(language => language, language => Merge(form, language), StringComparer.Ordinal);

    private IReadOnlyDictionary<string, string> Merge(string form, string language)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in new[] { language, $"{form}.{language}" })
        {
            foreach (var (text, translation) in _byKey.GetValueOrDefault(key) ?? FrozenDictionary<string, string>.Empty)
                merged[text] = translation;
        }

        return merged;
    }
}
