using System.Globalization;
using System.Runtime.CompilerServices;

namespace JsExpressions.Values;

/// <summary>
/// A symbol. Properties are found by text keys, so each symbol owns one no program writes: it begins with U+FFFF, which
/// is not a character, or with U+FFFE for the private name of a class (<c>#x</c>).
/// </summary>
internal sealed class JsSymbol
{
    private const char Mark = '\uFFFF';
    private const char PrivateMark = '\uFFFE';

    private static readonly ConditionalWeakTable<string, JsSymbol> ByKey = [];
    private static long _last;

    public JsSymbol(string? description, bool isPrivate = false)
    {
        Description = description;
        Key = string.Create(CultureInfo.InvariantCulture, $"{(isPrivate ? PrivateMark : Mark)}{Interlocked.Increment(ref _last)}:{description}");
        ByKey.Add(Key, this);
    }

    public static JsSymbol Iterator { get; } = new("Symbol.iterator");

    public static JsSymbol HasInstance { get; } = new("Symbol.hasInstance");

    public static JsSymbol ToPrimitive { get; } = new("Symbol.toPrimitive");

    public static JsSymbol ToStringTag { get; } = new("Symbol.toStringTag");

    /// <summary>Known by name, with no effect here.</summary>
    public static IEnumerable<JsSymbol> WithoutEffect { get; } =
        [.. ((string[])["asyncIterator", "isConcatSpreadable", "match", "matchAll", "replace", "search", "species", "split", "unscopables"])
            .Select(name => new JsSymbol("Symbol." + name))];

    /// <summary>Null when made without one.</summary>
    public string? Description { get; }

    /// <summary>The text it is stored under as a property.</summary>
    public string Key { get; }

    public JsValue Value => new(this, 0);

    public static bool IsKey(string key) => key.Length > 0 && key[0] >= PrivateMark;

    public static bool IsPrivateKey(string key) => key.Length > 0 && key[0] == PrivateMark;

    /// <summary>The symbol a stored key belongs to; null for a text.</summary>
    public static JsSymbol? OfKey(string key) => IsKey(key) && ByKey.TryGetValue(key, out var symbol) ? symbol : null;

    /// <summary>A key as messages show it.</summary>
    public static string Display(string key) => OfKey(key)?.ToString() ?? key;

    public override string ToString() => IsPrivateKey(Key) ? Description ?? "" : $"Symbol({Description})";
}
