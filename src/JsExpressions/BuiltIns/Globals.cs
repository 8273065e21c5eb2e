using System.Globalization;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The names every script sees.</summary>
internal static class Globals
{
    public static IEnumerable<(string Name, JsValue Value)> All()
    {
        var functions = new JsObject();
        UriBuiltIns.Install(AddFunctions(functions));
        var values = new List<(string Name, JsValue Value)>
        {
            ("undefined", JsValue.Undefined),
            ("NaN", double.NaN),
            ("Infinity", double.PositiveInfinity),
            ("Object", ObjectBuiltIns.Make()),
            ("Function", FunctionBuiltIns.Make()),
            ("Array", ArrayBuiltIns.Make()),
            ("String", StringBuiltIns.Make()),
            ("Number", NumberBuiltIns.Make(functions)),
            ("Boolean", BooleanBuiltIns.Make()),
            ("Math", MathBuiltIns.Make()),
            ("JSON", JsonBuiltIns.Make()),
            ("Map", MapBuiltIns.Make()),
            ("Set", SetBuiltIns.Make()),
            ("RegExp", RegExpBuiltIns.Make()),
            ("Date", DateBuiltIns.Make()),
            ("BigInt", BigIntBuiltIns.Make()),
            ("Symbol", SymbolBuiltIns.Make()),
            ("Promise", PromiseBuiltIns.Make()),
            ("Intl", IntlBuiltIns.Make()),
        };
        values.AddRange(ErrorBuiltIns.Make());
        foreach (var name in functions.OwnKeys()) values.Add((name, functions.Get(name)));
        IteratorBuiltIns.Install();
        foreach (var (_, value) in values)
            if (value.ObjectOrNull is { } root) Builder.Share(root);
        Builder.Share(Intrinsics.BuiltInIteratorPrototype);
        GeneratorBuiltIns.Install();
        return values;
    }

    private static JsObject AddFunctions(JsObject target) => target
        .Function("parseInt", 2, (run, _, args) => ParseInt(Coercion.ToText(run, args.At(0)), Coercion.ToInt32(run, args.At(1))))
        .Function("parseFloat", 1, (run, _, args) => ParseFloat(Coercion.ToText(run, args.At(0))))
        .Function("isNaN", 1, (run, _, args) => double.IsNaN(Coercion.ToNumber(run, args.At(0))))
        .Function("isFinite", 1, (run, _, args) => double.IsFinite(Coercion.ToNumber(run, args.At(0))));

    public static double ParseInt(string text, int radix)
    {
        var span = NumberText.TrimWhite(text);
        var negative = span.Length > 0 && span[0] == '-';
        if (span.Length > 0 && span[0] is '-' or '+') span = span[1..];
        if (radix != 0 && radix is < 2 or > 36) return double.NaN;
        if (radix is 0 or 16 && span.Length > 1 && span[0] == '0' && span[1] is 'x' or 'X')
        {
            span = span[2..];
            radix = 16;
        }
        if (radix == 0) radix = 10;
        var end = 0;
        while (end < span.Length && NumberText.DigitOf(span[end]) is >= 0 and var digit && digit < radix) end++;
        var value = NumberText.ParseDigits(span[..end], radix);
        return negative ? -value : value;
    }

    public static double ParseFloat(string text)
    {
        var span = NumberText.TrimWhite(text);
        var end = span.Length > 0 && span[0] is '-' or '+' ? 1 : 0;
        if (span[end..].StartsWith("Infinity")) return span[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        var digits = 0;
        while (end < span.Length && char.IsAsciiDigit(span[end])) (end, digits) = (end + 1, digits + 1);
        if (end < span.Length && span[end] == '.')
        {
            end++;
            while (end < span.Length && char.IsAsciiDigit(span[end])) (end, digits) = (end + 1, digits + 1);
        }
        if (digits == 0) return double.NaN;
        if (end < span.Length && span[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < span.Length && span[exponent] is '-' or '+') exponent++;
            var first = exponent;
            while (exponent < span.Length && char.IsAsciiDigit(span[exponent])) exponent++;
            if (exponent > first) end = exponent;
        }
        return double.Parse(span[..end], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
