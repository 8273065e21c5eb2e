namespace JsExpressions.Values;

/// <summary>What the reference part of a value holds when the value is not a text or an object.</summary>
internal sealed class Marker
{
    public static readonly Marker Null = new();
    public static readonly Marker Boolean = new();
    public static readonly Marker Number = new();

    /// <summary>A <c>let</c> or <c>const</c> before its declaration ran, or a hole of an array. Never seen by scripts.</summary>
    public static readonly Marker Empty = new();
}
