using System.Collections.Frozen;
using System.Text.Json;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>Words by language: those of one form (<c>registro.ht</c>) over the general ones (<c>ht</c>).</summary>
public sealed class ContentDictionaries
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = FrozenDictionary<string, string>.Empty;
    private readonly FrozenDictionary<string, IReadOnlyDictionary<string, string>> _byKey;

    private ContentDictionaries(IEnumerable<(string Key, string Json)> dictionaries, string stamp)
    {
        _byKey = dictionaries.ToFrozenDictionary(
            text => text.Key,
            text => (IReadOnlyDictionary<string, string>)(JsonSerializer.Deserialize<Dictionary<string, string>>(text.Json) ?? []),
            StringComparer.Ordinal);
        Stamp = stamp;
    }

    /// <summary>Differs whenever a stored dictionary does.</summary>
    public string Stamp { get; }

    /// <summary>Languages that have a general dictionary.</summary>
    public IReadOnlyList<string> Languages =>
        [.. _byKey.Keys.Where(key => !key.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <param name="texts">The version in force of each dictionary.</param>
    internal static ContentDictionaries Read(IReadOnlyCollection<StoredContent> texts) => new(
        texts.Select(text => (text.Key, text.Json)),
        string.Join(' ', texts.Select(text => $"{text.Key}/{text.Version}").Order(StringComparer.Ordinal)));

    /// <param name="files">Key and JSON of each file.</param>
    internal static ContentDictionaries Read(IEnumerable<(string Key, string Json)> files) => new(files, "");

    /// <summary>One dictionary as it is stored, empty when there is none.</summary>
    /// <param name="key"><c>language</c> or <c>form.language</c>.</param>
    public IReadOnlyDictionary<string, string> Of(string key) => _byKey.GetValueOrDefault(key) ?? Nothing;

    /// <summary>Every language's words for one form.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> ForForm(string form) => _byKey.Keys
        .Select(key => key.StartsWith(form + ".", StringComparison.Ordinal) ? key[(form.Length + 1)..] : key)
        .Where(key => !key.Contains('.', StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)
        .ToDictionary(language => language, language => Merge(form, language), StringComparer.Ordinal);

    private IReadOnlyDictionary<string, string> Merge(string form, string language)
    {
        var merged = new Dictionary<string, string>(Of(language), StringComparer.Ordinal);
        foreach (var (text, translation) in Of($"{form}.{language}"))
            merged[text] = translation;
        return merged;
    }
}
