namespace JsExpressions;

/// <summary>The type of a value in ECMAScript's terms; functions, arrays and dates are objects.</summary>
public enum JsKind
{
    /// <summary><c>undefined</c></summary>
    Undefined,

    /// <summary><c>null</c></summary>
    Null,

    /// <summary><c>true</c> or <c>false</c></summary>
    Boolean,

    /// <summary>An IEEE double.</summary>
    Number,

    /// <summary>UTF-16 text.</summary>
    String,

    /// <summary>Anything with identity.</summary>
    Object,

    /// <summary>A whole number of any size: <c>1n</c>.</summary>
    BigInt,

    /// <summary>A property key that is no text.</summary>
    Symbol,
}
