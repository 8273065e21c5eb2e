using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class MathBuiltIns
{
    public static JsObject Make()
    {
        var math = new JsMath();
        foreach (var (name, function) in (IEnumerable<(string, Func<double, double>)>)[
            ("abs", Math.Abs), ("acos", Math.Acos), ("acosh", Math.Acosh), ("asin", Math.Asin), ("asinh", Asinh), ("atan", Math.Atan),
            ("atanh", Math.Atanh), ("cbrt", Cbrt), ("ceil", Math.Ceiling), ("cos", Math.Cos), ("cosh", Math.Cosh), ("exp", Math.Exp),
            ("expm1", Expm1), ("floor", Math.Floor), ("fround", x => (float)x), ("log", Math.Log), ("log10", Math.Log10),
            ("log1p", Log1p), ("log2", Log2), ("round", Round), ("sign", x => double.IsNaN(x) || x == 0 ? x : Math.Sign(x)),
            ("sin", Math.Sin), ("sinh", Math.Sinh), ("sqrt", Math.Sqrt), ("tan", Math.Tan), ("tanh", Math.Tanh), ("trunc", Math.Truncate)])
        {
            math.Function(name, 1, (run, _, args) => function(Coercion.ToNumber(run, args.At(0))));
        }
        return math
            .Function("max", 2, (run, _, args) => Extreme(run, args, double.NegativeInfinity, Math.Max))
            .Function("min", 2, (run, _, args) => Extreme(run, args, double.PositiveInfinity, Math.Min))
            .Function("pow", 2, (run, _, args) => ArithmeticNode.Apply(run, Arithmetic.Power, args.At(0), args.At(1)))
            .Function("atan2", 2, (run, _, args) => Math.Atan2(Coercion.ToNumber(run, args.At(0)), Coercion.ToNumber(run, args.At(1))))
            .Function("hypot", 2, Hypot)
            .Function("imul", 2, (run, _, args) => unchecked(Coercion.ToInt32(run, args.At(0)) * Coercion.ToInt32(run, args.At(1))))
            .Function("clz32", 1, (run, _, args) => System.Numerics.BitOperations.LeadingZeroCount(Coercion.ToUInt32(Coercion.ToNumber(run, args.At(0)))))
            .Function("random", 0, (run, _, _) => run.Random.NextDouble())
            .Constant("E", Math.E)
            .Constant("PI", Math.PI)
            .Constant("LN2", 0.6931471805599453)
            .Constant("LN10", 2.302585092994046)
            .Constant("LOG2E", 1.4426950408889634)
            .Constant("LOG10E", 0.4342944819032518)
            .Constant("SQRT2", Math.Sqrt(2))
            .Constant("SQRT1_2", 0.7071067811865476);
    }

    // Halves go up, and the sign of a zero is kept.
    public static double Round(double x)
    {
        if (!double.IsFinite(x) || Math.Abs(x) >= 4503599627370496) return x;
        var floor = Math.Floor(x);
        return Math.CopySign(x - floor >= 0.5 ? floor + 1 : floor, x);
    }

    private static double Cbrt(double x)
    {
        var result = Math.Cbrt(x);
        var whole = Math.Round(result);
        return whole * whole * whole == x ? whole : result;
    }

    private static double Log2(double x)
    {
        var result = Math.Log2(x);
        var whole = Math.Round(result);
        return Math.Pow(2, whole) == x ? whole : result;
    }

    // The plain formula loses all digits near zero.
    private static double Asinh(double x) => x == 0 || !double.IsFinite(x) ? x : Math.Asinh(x);

    private static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    private static double Log1p(double x)
    {
        if (x == 0 || double.IsPositiveInfinity(x)) return x;
        var y = 1 + x;
        return y - 1 == 0 ? x : Math.Log(y) * (x / (y - 1));
    }

    private static JsValue Extreme(JsRun run, ReadOnlySpan<JsValue> args, double start, Func<double, double, double> choose)
    {
        run.Budget.Steps(args.Length);
        var result = start;
        foreach (var arg in args) result = choose(result, Coercion.ToNumber(run, arg));
        return result;
    }

    private static JsValue Hypot(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Steps(args.Length);
        var values = new double[args.Length];
        for (var i = 0; i < args.Length; i++) values[i] = Math.Abs(Coercion.ToNumber(run, args[i]));
        if (values.Any(double.IsPositiveInfinity)) return double.PositiveInfinity;
        var largest = values.Length == 0 ? 0 : values.Max();
        if (values.Any(double.IsNaN)) return double.NaN;
        if (largest == 0) return 0;
        double sum = 0, rest = 0;
        foreach (var value in values)
        {
            var scaled = value / largest;
            var summand = scaled * scaled - rest;
            var next = sum + summand;
            rest = next - sum - summand;
            sum = next;
        }
        return Math.Sqrt(sum) * largest;
    }
}

internal sealed class JsMath : JsObject
{
    public override string ClassName => "Math";
}
