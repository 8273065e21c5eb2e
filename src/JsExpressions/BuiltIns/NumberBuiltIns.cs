using System.Globalization;
using System.Text;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class NumberBuiltIns
{
    public static JsObject Make(JsObject globals)
    {
        Intrinsics.NumberPrototype
            .Function("toString", 1, ToRadixText)
            .Function("toLocaleString", 0, (run, self, args) => LocaleText.Format(run, This(run, self), args.At(0), args.At(1)))
            .Function("valueOf", 0, (run, self, _) => This(run, self))
            .Function("toFixed", 1, ToFixed)
            .Function("toPrecision", 1, ToPrecision)
            .Function("toExponential", 1, ToExponential);
        return Builder.Constructor("Number", 1, Intrinsics.NumberPrototype,
                (run, _, args) => args.Length == 0 ? 0 : Of(run, args[0]),
                (run, _, args) => new JsWrapper(args.Length == 0 ? 0 : Of(run, args[0])).FromThis())
            .Constant("MAX_SAFE_INTEGER", 9007199254740991)
            .Constant("MIN_SAFE_INTEGER", -9007199254740991)
            .Constant("MAX_VALUE", double.MaxValue)
            .Constant("MIN_VALUE", double.Epsilon)
            .Constant("EPSILON", Math.BitIncrement(1.0) - 1.0)
            .Constant("POSITIVE_INFINITY", double.PositiveInfinity)
            .Constant("NEGATIVE_INFINITY", double.NegativeInfinity)
            .Constant("NaN", double.NaN)
            .Function("isInteger", 1, (_, _, args) => args.At(0) is { IsNumber: true } n && double.IsInteger(n.Num))
            .Function("isSafeInteger", 1, (_, _, args) => args.At(0) is { IsNumber: true } n && double.IsInteger(n.Num) && Math.Abs(n.Num) <= 9007199254740991)
            .Function("isFinite", 1, (_, _, args) => args.At(0) is { IsNumber: true } n && double.IsFinite(n.Num))
            .Function("isNaN", 1, (_, _, args) => args.At(0) is { IsNumber: true } n && double.IsNaN(n.Num))
            .Share("parseInt", globals)
            .Share("parseFloat", globals);
    }

    private static JsObject Share(this JsObject target, string name, JsObject globals)
    {
        target.DefineOwn(name, globals.Get(name), Attributes.Hidden);
        return target;
    }

    private static double This(JsRun run, JsValue self) =>
        self.IsNumber ? self.Num
        : self.ObjectOrNull is JsWrapper { Value: { IsNumber: true } value } ? value.Num
        : ReferenceEquals(self.Ref, Intrinsics.NumberPrototype) ? 0 // it is itself a Number object
        : throw JsErrors.Type(run, "Number method called on an incompatible value");

    private static JsValue ToRadixText(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var number = This(run, self);
        var radix = args.At(0).IsUndefined ? 10 : Coercion.ToInteger(run, args.At(0));
        if (radix is < 2 or > 36) throw JsErrors.Range(run, "toString() radix must be between 2 and 36");
        return radix == 10 || !double.IsFinite(number) ? NumberText.Format(number) : RadixText.Format(number, (int)radix);
    }

    private static int Digits(JsRun run, JsValue value, int least, string method)
    {
        var digits = Coercion.ToInteger(run, value);
        return digits >= least && digits <= 100 ? (int)digits : throw JsErrors.Range(run, $"{method}() {(method == "toFixed" ? "digits argument" : "argument")} must be between {least} and 100");
    }

    private static JsValue ToFixed(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var number = This(run, self);
        var digits = Digits(run, args.At(0), 0, "toFixed");
        if (!double.IsFinite(number) || Math.Abs(number) >= 1e21) return NumberText.Format(number);
        return Rounded(number, digits);
    }

    // Halves round away from zero on the exact binary value.
    private static string Rounded(double number, int digits)
    {
        var (whole, _) = ExactDecimal.Scaled(Math.Abs(number), digits);
        var text = whole.ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        if (digits > 0) text = $"{text[..^digits]}.{text[^digits..]}";
        return number < 0 ? "-" + text : text;
    }

    private static JsValue ToPrecision(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var number = This(run, self);
        if (args.At(0).IsUndefined) return NumberText.Format(number);
        if (!double.IsFinite(number))
        {
            Coercion.ToInteger(run, args.At(0));
            return NumberText.Format(number);
        }
        var precision = Digits(run, args.At(0), 1, "toPrecision");
        var (digits, exponent) = ExactDecimal.Significant(Math.Abs(number), precision);
        var sign = number < 0 ? "-" : "";
        if (exponent < -6 || exponent >= precision) return sign + Scientific(digits, exponent);
        if (exponent == precision - 1) return sign + digits;
        return exponent >= 0 ? $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}" : $"{sign}0.{new string('0', -exponent - 1)}{digits}";
    }

    private static JsValue ToExponential(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var number = This(run, self);
        var wanted = Coercion.ToInteger(run, args.At(0));
        if (!double.IsFinite(number)) return NumberText.Format(number);
        if (wanted is < 0 or > 100) throw JsErrors.Range(run, "toExponential() argument must be between 0 and 100");
        var sign = number < 0 ? "-" : "";
        if (args.At(0).IsUndefined)
        {
            if (number == 0) return "0e+0";
            var (shortest, power) = NumberText.Digits(Math.Abs(number));
            return sign + Scientific(shortest, power - 1);
        }
        var (digits, exponent) = ExactDecimal.Significant(Math.Abs(number), (int)wanted + 1);
        return sign + Scientific(digits, exponent);
    }

    private static string Scientific(string digits, int exponent)
    {
        var text = new StringBuilder(digits, digits.Length + 8);
        if (digits.Length > 1) text.Insert(1, '.');
        return text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent)).ToString();
    }

    private static double Of(JsRun run, JsValue value)
    {
        value = Coercion.ToNumeric(run, value);
        return value.Ref is JsBigInt big ? (double)big.Number : value.Num;
    }
}
