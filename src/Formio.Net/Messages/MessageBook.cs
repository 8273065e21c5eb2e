using System.Collections.Concurrent;
using System.Text.Json;

namespace Formio.Messages;

/// <summary>
/// Message templates and translated texts of one language: the form's dictionary, then the shipped one, then English.
/// </summary>
internal sealed class MessageBook
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Shipped = new();

    private readonly IReadOnlyDictionary<string, string>? _own;
    private readonly IReadOnlyDictionary<string, string> _shipped;

    private MessageBook(IReadOnlyDictionary<string, string>? own, IReadOnlyDictionary<string, string> shipped)
    {
        _own = own;
        _shipped = shipped;
    }

    /// <summary>Languages with a shipped dictionary.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "fr", "ht", "pt"];

    public static MessageBook For(string language, FormCompileOptions options)
    {
        var name = language.Split('-', '_')[0].ToLowerInvariant();
        return new MessageBook(
            options.Translations.GetValueOrDefault(language) ?? options.Translations.GetValueOrDefault(name),
            Dictionary(Languages.Contains(name) ? name : "en"));
    }

    /// <summary>The template of a message key; the key itself when nothing is known (it may be a text already).</summary>
    public string Template(string key)
    {
        if (_own is not null && _own.TryGetValue(key, out var own)) return own;
        if (_shipped.TryGetValue(key, out var shipped)) return shipped;
        return Dictionary("en").TryGetValue(key, out var english) ? english : key;
    }

    /// <summary>A visible text of the form in this language; itself when untranslated.</summary>
    public string Text(string text) => _own is not null && _own.TryGetValue(text, out var translated) ? translated : text;

    private static IReadOnlyDictionary<string, string> Dictionary(string language) =>
        Shipped.GetOrAdd(language, static name =>
        {
            var assembly = typeof(MessageBook).Assembly;
            using var stream = assembly.GetManifestResourceStream($"Formio.Messages.Dictionaries.{name}.json")
                ?? throw new InvalidOperationException($"The dictionary {name} is not in the assembly.");
            return JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
        });
}
