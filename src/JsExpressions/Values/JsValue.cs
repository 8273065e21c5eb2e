using System.Runtime.CompilerServices;
using JsExpressions.Values;

namespace JsExpressions;

/// <summary>A JavaScript value. The default is <c>undefined</c>. Two machine words, copied freely.</summary>
public readonly struct JsValue
{
    // null: undefined; a Marker: null, boolean, number; string or Rope: text; JsObject.
    internal readonly object? Ref;
    internal readonly double Num;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal JsValue(object? reference, double number)
    {
        Ref = reference;
        Num = number;
    }

    /// <summary><c>undefined</c></summary>
    public static JsValue Undefined => default;

    /// <summary><c>null</c></summary>
    public static JsValue Null => new(Marker.Null, 0);

    /// <summary><c>true</c></summary>
    public static JsValue True => new(Marker.Boolean, 1);

    /// <summary><c>false</c></summary>
    public static JsValue False => new(Marker.Boolean, 0);

    /// <summary>The empty text.</summary>
    public static JsValue EmptyString => new("", 0);

    internal static JsValue Empty => new(Marker.Empty, 0);

    /// <summary>A boolean.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsValue FromBoolean(bool value) => new(Marker.Boolean, value ? 1 : 0);

    /// <summary>A number; NaN and infinities included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static JsValue FromNumber(double value) => new(Marker.Number, value);

    /// <summary>A text; <c>null</c> becomes JavaScript's <c>null</c>.</summary>
    public static JsValue FromString(string? value) => value is null ? Null : new(value, 0);

    /// <summary>An object; <c>null</c> becomes JavaScript's <c>null</c>.</summary>
    public static JsValue FromObject(JsObject? value) => value is null ? Null : new(value, 0);

    /// <summary>A number.</summary>
    public static implicit operator JsValue(double value) => FromNumber(value);

    /// <summary>A boolean.</summary>
    public static implicit operator JsValue(bool value) => FromBoolean(value);

    /// <summary>A text or <c>null</c>.</summary>
    public static implicit operator JsValue(string? value) => FromString(value);

    /// <summary>An object or <c>null</c>.</summary>
    public static implicit operator JsValue(JsObject? value) => FromObject(value);

    /// <summary>The ECMAScript type.</summary>
    public JsKind Kind =>
        Ref is null ? JsKind.Undefined
        : ReferenceEquals(Ref, Marker.Number) ? JsKind.Number
        : Ref is string or Rope ? JsKind.String
        : Ref is JsObject ? JsKind.Object
        : ReferenceEquals(Ref, Marker.Boolean) ? JsKind.Boolean
        : ReferenceEquals(Ref, Marker.Null) ? JsKind.Null
        : Ref is JsBigInt ? JsKind.BigInt
        : Ref is JsSymbol ? JsKind.Symbol
        : JsKind.Undefined;

    /// <summary>Whether this is <c>undefined</c>.</summary>
    public bool IsUndefined => Ref is null;

    /// <summary>Whether this is <c>null</c>.</summary>
    public bool IsNull => ReferenceEquals(Ref, Marker.Null);

    /// <summary>Whether this is <c>undefined</c> or <c>null</c>.</summary>
    public bool IsNullish => Ref is null || ReferenceEquals(Ref, Marker.Null);

    /// <summary>Whether this is a boolean.</summary>
    public bool IsBoolean => ReferenceEquals(Ref, Marker.Boolean);

    /// <summary>Whether this is a number.</summary>
    public bool IsNumber => ReferenceEquals(Ref, Marker.Number);

    /// <summary>Whether this is a text.</summary>
    public bool IsString => Ref is string or Rope;

    /// <summary>Whether this is an object, function or array.</summary>
    public bool IsObject => Ref is JsObject;

    internal bool IsBigInt => Ref is JsBigInt;

    internal bool IsEmpty => ReferenceEquals(Ref, Marker.Empty);

    /// <summary>The number. Throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public double AsNumber => IsNumber ? Num : throw Not(JsKind.Number);

    /// <summary>The boolean. Throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public bool AsBoolean => IsBoolean ? Num != 0 : throw Not(JsKind.Boolean);

    /// <summary>The text. Throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public string AsString => Ref as string ?? (Ref as Rope)?.ToString() ?? throw Not(JsKind.String);

    /// <summary>The object. Throws <see cref="InvalidOperationException"/> for another kind.</summary>
    public JsObject AsObject => Ref as JsObject ?? throw Not(JsKind.Object);

    /// <summary>The object, or null for another kind.</summary>
    public JsObject? ObjectOrNull => Ref as JsObject;

    /// <summary>ECMAScript ToBoolean.</summary>
    public bool IsTruthy
    {
        get
        {
            if (ReferenceEquals(Ref, Marker.Boolean)) return Num != 0;
            if (ReferenceEquals(Ref, Marker.Number)) return Num != 0 && !double.IsNaN(Num);
            if (Ref is string text) return text.Length != 0;
            return Ref is JsObject or Rope or JsSymbol or JsBigInt { Number.IsZero: false };
        }
    }

    /// <summary>
    /// ECMAScript ToNumber. Objects convert through their <c>valueOf</c>/<c>toString</c>, within a default budget of
    /// their own; throws <see cref="JsException"/> when those do.
    /// </summary>
    public double ToNumber() => Coercion.ToNumber(NeedsRun ? JsRun.Detached() : null!, this); // most primitives need no run

    /// <summary>ECMAScript ToString, as <see cref="ToNumber()"/> for objects.</summary>
    public string ToJsString() => Coercion.ToText(NeedsRun ? JsRun.Detached() : null!, this); // most primitives need no run

    /// <summary>The text a person debugging sees; not a conversion of the language.</summary>
    public override string ToString() => Kind switch
    {
        JsKind.String => AsString,
        JsKind.Object => $"[object {AsObject.ClassName}]",
        JsKind.Symbol => ((JsSymbol)Ref!).ToString(), // the kind says so
        _ => ToJsString(),
    };

    private bool NeedsRun => Ref is JsObject or JsSymbol or JsBigInt;

    private InvalidOperationException Not(JsKind wanted) => new($"The value is {Kind}, not {wanted}.");
}
