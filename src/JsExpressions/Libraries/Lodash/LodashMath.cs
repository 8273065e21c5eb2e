using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Sums, extremes, rounding, ranges.</summary>
internal static class LodashMath
{
    public static void Install(JsObject target) => target
        .Function("add", 2, (run, _, args) => Operate(run, args, 0, (a, b) => Coercion.Add(run, a, b)))
        .Function("subtract", 2, (run, _, args) => Operate(run, args, 0, (a, b) => Coercion.ToNumber(run, a) - Coercion.ToNumber(run, b)))
        .Function("multiply", 2, (run, _, args) => Operate(run, args, 1, (a, b) => Coercion.ToNumber(run, a) * Coercion.ToNumber(run, b)))
        .Function("divide", 2, (run, _, args) => Operate(run, args, 1, (a, b) => Coercion.ToNumber(run, a) / Coercion.ToNumber(run, b)))
        .Function("ceil", 2, (run, _, args) => Rounded(run, args, Math.Ceiling))
        .Function("floor", 2, (run, _, args) => Rounded(run, args, Math.Floor))
        .Function("round", 2, (run, _, args) => Rounded(run, args, MathBuiltIns.Round))
        .Function("sum", 1, (run, _, args) => Sum(run, args.At(0), default))
        .Function("sumBy", 2, (run, _, args) => Sum(run, args.At(0), args.At(1)))
        .Function("mean", 1, (run, _, args) => Mean(run, args.At(0), default))
        .Function("meanBy", 2, (run, _, args) => Mean(run, args.At(0), args.At(1)))
        .Function("max", 1, (run, _, args) => Extreme(run, args.At(0), default, largest: true))
        .Function("maxBy", 2, (run, _, args) => Extreme(run, args.At(0), args.At(1), largest: true))
        .Function("min", 1, (run, _, args) => Extreme(run, args.At(0), default, largest: false))
        .Function("minBy", 2, (run, _, args) => Extreme(run, args.At(0), args.At(1), largest: false))
        .Function("clamp", 3, Clamp)
        .Function("inRange", 3, InRange)
        .Function("random", 3, Random)
        .Function("range", 3, (run, _, args) => Range(run, args, fromRight: false))
        .Function("rangeRight", 3, (run, _, args) => Range(run, args, fromRight: true));

    private static JsValue Operate(JsRun run, ReadOnlySpan<JsValue> args, double none, Func<JsValue, JsValue, JsValue> operation)
    {
        var (a, b) = (args.At(0), args.At(1));
        if (a.IsUndefined && b.IsUndefined) return none;
        return a.IsUndefined ? b : b.IsUndefined ? a : operation(a, b);
    }

    private static JsValue Rounded(JsRun run, ReadOnlySpan<JsValue> args, Func<double, double> round)
    {
        var number = Coercion.ToNumber(run, args.At(0));
        var precision = args.At(1).IsNullish ? 0 : Math.Clamp(Coercion.ToInteger(run, args.At(1)), -292, 292);
        if (precision == 0 || !double.IsFinite(number)) return round(number);
        // As lodash: shifts the decimal point in the text, which avoids binary dust.
        return Shift(round(Shift(number, precision)), -precision);
    }

    private static double Shift(double number, double digits)
    {
        var parts = NumberText.Format(number).Split('e');
        var exponent = (parts.Length > 1 ? NumberText.Parse(parts[1]) : 0) + digits;
        return NumberText.Parse($"{parts[0]}e{NumberText.Format(exponent)}");
    }

    private static JsValue Sum(JsRun run, JsValue array, JsValue by)
    {
        var select = Iteratee.Of(run, by);
        JsValue result = default;
        foreach (var item in Collection.Array(run, array).Items.ToArray())
        {
            var value = select.Call(run, item.IsEmpty ? default : item);
            if (!value.IsUndefined) result = result.IsUndefined ? value : Coercion.Add(run, result, value);
        }
        return result.IsUndefined ? 0 : result;
    }

    private static JsValue Mean(JsRun run, JsValue array, JsValue by)
    {
        var count = Collection.Array(run, array).Count;
        return count == 0 ? double.NaN : Coercion.ToNumber(run, Sum(run, array, by)) / count;
    }

    private static JsValue Extreme(JsRun run, JsValue array, JsValue by, bool largest)
    {
        var select = Iteratee.Of(run, by);
        JsValue best = default, computed = default;
        foreach (var item in Collection.Array(run, array).Items.ToArray())
        {
            var current = select.Call(run, item);
            if (current.IsNullish || current.IsEmpty) continue;
            var better = computed.IsUndefined
                ? !(current.IsNumber && double.IsNaN(current.Num))
                : largest ? Coercion.Less(run, computed, current, true) == true : Coercion.Less(run, current, computed, true) == true;
            if (better) (best, computed) = (item, current);
        }
        return best;
    }

    private static JsValue Clamp(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var number = Coercion.ToNumber(run, args.At(0));
        var (lower, upper) = args.At(2).IsUndefined ? (default, args.At(1)) : (args.At(1), args.At(2));
        if (double.IsNaN(number)) return number;
        if (!upper.IsUndefined && Coercion.ToNumber(run, upper) is var most) number = Math.Min(number, double.IsNaN(most) ? 0 : most);
        if (!lower.IsUndefined && Coercion.ToNumber(run, lower) is var least) number = Math.Max(number, double.IsNaN(least) ? 0 : least);
        return number;
    }

    private static double Finite(JsRun run, JsValue value) => Coercion.ToNumber(run, value) is var number && double.IsNaN(number) ? 0 : number;

    private static JsValue InRange(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var (start, end) = args.At(2).IsUndefined ? (0, Finite(run, args.At(1))) : (Finite(run, args.At(1)), Finite(run, args.At(2)));
        var number = Coercion.ToNumber(run, args.At(0));
        return number >= Math.Min(start, end) && number < Math.Max(start, end);
    }

    private static JsValue Random(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var floating = args.Length > 0 && args[^1] is { IsBoolean: true, AsBoolean: true };
        var lower = args.Length > 1 && args[1].IsNumber ? Finite(run, args.At(0)) : 0;
        var upper = args.Length > 1 && args[1].IsNumber ? Finite(run, args[1]) : args.Length > 0 && args[0].IsNumber ? args[0].Num : 1;
        if (lower > upper) (lower, upper) = (upper, lower);
        var share = run.Random.NextDouble();
        return floating || lower % 1 != 0 || upper % 1 != 0 ? Math.Min(lower + share * (upper - lower), upper) : lower + Math.Floor(share * (upper - lower + 1));
    }

    private static JsValue Range(JsRun run, ReadOnlySpan<JsValue> args, bool fromRight)
    {
        var (start, end) = args.At(1).IsUndefined ? (0, Finite(run, args.At(0))) : (Finite(run, args.At(0)), Finite(run, args.At(1)));
        var step = args.At(2).IsUndefined ? start < end ? 1 : -1 : Finite(run, args.At(2));
        var length = Math.Max(Math.Ceiling((end - start) / (step == 0 ? 1 : step)), 0);
        run.Budget.Array(length);
        run.Budget.Steps((long)length);
        var items = new JsValue[(int)length];
        for (var i = 0; i < items.Length; i++) items[fromRight ? items.Length - 1 - i : i] = start + i * step;
        return new JsArray(items);
    }
}
