namespace JsExpressions.Values;

[Flags]
internal enum Attributes : byte
{
    None = 0,
    Writable = 1,
    Enumerable = 2,
    Configurable = 4,
    Accessor = 8,
    Plain = Writable | Enumerable | Configurable,
    Hidden = Writable | Configurable,
}

/// <summary>A property as stored: a value, or a pair of script functions behind <see cref="Accessor"/>.</summary>
internal struct Property
{
    public string? Key;
    public int Hash;
    public int Next;
    public Attributes Attributes;
    public JsValue Value;

    public readonly bool Enumerable => (Attributes & Attributes.Enumerable) != 0;
    public readonly bool Writable => (Attributes & Attributes.Writable) != 0;
    public readonly bool Configurable => (Attributes & Attributes.Configurable) != 0;
    public readonly Accessor? Accessor => (Attributes & Attributes.Accessor) != 0 ? (Accessor?)Value.Ref : null;
}

/// <summary>Script functions that stand for a property's value.</summary>
internal sealed record Accessor(JsFunction? Getter, JsFunction? Setter);
