using System.Diagnostics;

namespace Formio.Values;

/// <summary>
/// One value of a submission or of form JSON, with JavaScript's notion of absent. Sixteen bytes, no boxing:
/// JsonNode cannot say "undefined", and copies a subtree each time it gets a second parent.
/// </summary>
[DebuggerDisplay("{Kind} {ToString()}")]
internal readonly struct DataValue
{
    private static readonly object NullTag = new();
    private static readonly object BooleanTag = new();
    private static readonly object NumberTag = new();

    private readonly object? _reference;
    private readonly double _number;

    private DataValue(object? reference, double number = 0)
    {
        _reference = reference;
        _number = number;
    }

    public static DataValue Undefined => default;
    public static DataValue Null => new(NullTag);
    public static DataValue True => new(BooleanTag, 1);
    public static DataValue False => new(BooleanTag);

    public static implicit operator DataValue(string value) => new(value);
    public static implicit operator DataValue(double value) => new(NumberTag, value);
    public static implicit operator DataValue(bool value) => value ? True : False;
    public static implicit operator DataValue(DataObject value) => new(value);
    public static implicit operator DataValue(DataArray value) => new(value);

    public static DataValue FromString(string? value) => value is null ? Undefined : new(value);

    public DataKind Kind
    {
        get
        {
            if (_reference is null) return DataKind.Undefined;
            if (_reference is string) return DataKind.String;
            if (ReferenceEquals(_reference, NumberTag)) return DataKind.Number;
            if (ReferenceEquals(_reference, BooleanTag)) return DataKind.Boolean;
            if (ReferenceEquals(_reference, NullTag)) return DataKind.Null;
            return _reference is DataObject ? DataKind.Object : DataKind.Array;
        }
    }

    public bool IsUndefined => _reference is null;
    public bool IsNull => ReferenceEquals(_reference, NullTag);

    /// <summary>JavaScript's <c>value == null</c>.</summary>
    public bool IsNullish => _reference is null || ReferenceEquals(_reference, NullTag);

    public bool IsString => _reference is string;
    public bool IsNumber => ReferenceEquals(_reference, NumberTag);
    public bool IsBoolean => ReferenceEquals(_reference, BooleanTag);
    public bool IsTrue => IsBoolean && _number != 0;
    public bool IsFalse => IsBoolean && _number == 0;

    /// <summary>JavaScript's <c>typeof value === 'object' &amp;&amp; value !== null</c>.</summary>
    public bool IsContainer => _reference is DataObject or DataArray;

    public string? AsString => _reference as string;
    public double AsNumber => _number;
    public DataObject? AsObject => _reference as DataObject;
    public DataArray? AsArray => _reference as DataArray;

    public bool IsTruthy => Kind switch
    {
        DataKind.Undefined or DataKind.Null => false,
        DataKind.Boolean => _number != 0,
        DataKind.Number => _number != 0 && !double.IsNaN(_number),
        DataKind.String => ((string)_reference!).Length > 0, // the kind says that it is a string
        _ => true,
    };

    /// <summary>JavaScript's <c>===</c>.</summary>
    public bool StrictEquals(DataValue other)
    {
        if (_reference is string text) return other._reference is string otherText && text == otherText;
        return ReferenceEquals(_reference, other._reference) && _number == other._number;
    }

    /// <summary>JavaScript's <c>String(value)</c>.</summary>
    public override string ToString() => JsText.Of(this);
}
