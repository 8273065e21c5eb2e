using System.Numerics;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class BigIntBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.BigIntPrototype
            .Function("toString", 0, (run, self, args) =>
            {
                var number = This(run, self);
                var radix = args.At(0).IsUndefined ? 10 : Coercion.ToInteger(run, args[0]);
                if (radix is < 2 or > 36) throw JsErrors.Range(run, "toString() radix must be between 2 and 36");
                return BigIntMath.ToText(run, number, (int)radix);
            })
            .Function("toLocaleString", 0, (run, self, _) =>
                This(run, self).ToString("N0", System.Globalization.CultureInfo.InvariantCulture))
            .Function("valueOf", 0, (run, self, _) => new JsBigInt(This(run, self)).Value)
            .Tag("BigInt");
        return Builder.Constructor("BigInt", 1, Intrinsics.BigIntPrototype, Create,
                (run, _, _) => throw JsErrors.Type(run, "BigInt is not a constructor"))
            .Function("asIntN", 2, (run, _, args) => Wrap(run, args, signed: true))
            .Function("asUintN", 2, (run, _, args) => Wrap(run, args, signed: false));
    }

    /// <summary>ToBigInt: booleans, texts and BigInts; numbers are refused.</summary>
    public static BigInteger Of(JsRun run, JsValue value)
    {
        value = Coercion.ToPrimitive(run, value, Coercion.Hint.Number);
        switch (value.Kind)
        {
            case JsKind.BigInt: return ((JsBigInt)value.Ref!).Number; // the kind says so
            case JsKind.Boolean: return value.AsBoolean ? 1 : 0;
            case JsKind.String:
                return BigIntMath.Parse(run, value.AsString) ?? throw JsErrors.Syntax(run, $"Cannot convert {value.AsString} to a BigInt");
            case JsKind.Symbol: throw JsErrors.Type(run, $"Cannot convert {value} to a BigInt");
            default: throw JsErrors.Type(run, $"Cannot convert {Coercion.ToText(run, value)} to a BigInt");
        }
    }

    private static JsValue Create(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var value = Coercion.ToPrimitive(run, args.At(0), Coercion.Hint.Number);
        if (!value.IsNumber) return BigIntMath.Result(run, Of(run, value));
        if (value.Num != Math.Floor(value.Num) || !double.IsFinite(value.Num))
            throw JsErrors.Range(run, $"The number {NumberText.Format(value.Num)} cannot be converted to a BigInt because it is not an integer");
        return BigIntMath.Result(run, new BigInteger(value.Num));
    }

    private static JsValue Wrap(JsRun run, ReadOnlySpan<JsValue> args, bool signed)
    {
        var bits = Coercion.ToInteger(run, args.At(0));
        if (bits is < 0 or > 9007199254740991) throw JsErrors.Range(run, "Invalid value: not (convertible to) a safe integer");
        var number = Of(run, args.At(1));
        if (bits > BigIntMath.MaxBits) return BigIntMath.Result(run, number.Sign < 0 && !signed ? throw JsErrors.Range(run, "Maximum BigInt size exceeded") : number);
        var modulus = BigInteger.One << (int)bits;
        var rest = number % modulus;
        if (rest.Sign < 0) rest += modulus;
        if (signed && bits > 0 && rest >= modulus >> 1) rest -= modulus;
        return BigIntMath.Result(run, rest);
    }

    private static BigInteger This(JsRun run, JsValue self) =>
        self.Ref is JsBigInt own ? own.Number
        : self.ObjectOrNull is JsWrapper { Value.Ref: JsBigInt inner } ? inner.Number
        : throw JsErrors.Type(run, "BigInt method called on an incompatible value");
}
