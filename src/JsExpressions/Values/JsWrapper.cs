namespace JsExpressions.Values;

/// <summary>The object around a primitive: <c>new String("x")</c>, <c>Object(1)</c>.</summary>
internal sealed class JsWrapper : JsObject
{
    public JsWrapper(JsValue value) : base(PrototypeOf(value)) => Value = value;

    public JsWrapper(JsValue value, JsObject prototype) : base(prototype) => Value = value;

    public JsValue Value { get; }

    public override string ClassName => Value.Kind switch
    {
        JsKind.String => "String",
        JsKind.Number => "Number",
        JsKind.BigInt => "BigInt",
        JsKind.Symbol => "Symbol",
        _ => "Boolean",
    };

    internal override bool IsExotic => Value.IsString;

    public static JsObject PrototypeOf(JsValue value) => value.Kind switch
    {
        JsKind.String => BuiltIns.Intrinsics.StringPrototype,
        JsKind.Number => BuiltIns.Intrinsics.NumberPrototype,
        JsKind.BigInt => BuiltIns.Intrinsics.BigIntPrototype,
        JsKind.Symbol => BuiltIns.Intrinsics.SymbolPrototype,
        _ => BuiltIns.Intrinsics.BooleanPrototype,
    };

    internal override bool TryGetOwn(string key, out Property property)
    {
        if (Value.IsString)
        {
            var text = Value.AsString;
            if (key == "length")
            {
                property = new Property { Value = text.Length };
                return true;
            }
            if (ArrayIndex.TryParse(key, out var index) && index < text.Length)
            {
                property = new Property { Value = CharText.Of(text[(int)index]), Attributes = Attributes.Enumerable };
                return true;
            }
        }
        return base.TryGetOwn(key, out property);
    }

    internal override bool DeleteOwn(string key) =>
        (!Value.IsString || !TryGetOwn(key, out var property) || property.Configurable) && base.DeleteOwn(key);

    internal override IEnumerable<string> OwnKeys()
    {
        if (Value.IsString)
        {
            for (var i = 0; i < Value.AsString.Length; i++) yield return ArrayIndex.ToKey(i);
            yield return "length";
        }
        foreach (var key in base.OwnKeys()) yield return key;
    }
}

internal static class CharText
{
    private static readonly string[] Ascii = Enumerable.Range(0, 128).Select(c => ((char)c).ToString()).ToArray();

    /// <summary>The text of one UTF-16 unit, without allocating for ASCII.</summary>
    public static string Of(char c) => c < 128 ? Ascii[c] : c.ToString();
}
