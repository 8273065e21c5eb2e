using System.Collections.Frozen;
using Formio.Dates;
using Formio.Values;

namespace Formio.JsonLogic;

/// <summary>The operations that get all their arguments evaluated.</summary>
internal static class LogicOperators
{
    private static readonly FrozenDictionary<string, Func<LogicRun, DataArray, DataValue, DataValue>> All =
        new Dictionary<string, Func<LogicRun, DataArray, DataValue, DataValue>>
        {
            ["=="] = (_, a, _) => Comparisons.LooselyEqual(a[0], a[1]),
            ["==="] = (_, a, _) => Comparisons.StrictlyEqual(a[0], a[1]),
            ["!="] = (_, a, _) => !Comparisons.LooselyEqual(a[0], a[1]),
            ["!=="] = (_, a, _) => !Comparisons.StrictlyEqual(a[0], a[1]),
            [">"] = (_, a, _) => Comparisons.IsLess(a[1], a[0]),
            [">="] = (_, a, _) => Comparisons.IsLessOrEqual(a[1], a[0]),
            ["<"] = (_, a, _) => Comparisons.IsLess(a[0], a[1]) && (a[2].IsUndefined || Comparisons.IsLess(a[1], a[2])),
            ["<="] = (_, a, _) =>
                Comparisons.IsLessOrEqual(a[0], a[1]) && (a[2].IsUndefined || Comparisons.IsLessOrEqual(a[1], a[2])),
            ["!!"] = (_, a, _) => LogicRun.IsTruthy(a[0]),
            ["!"] = (_, a, _) => !LogicRun.IsTruthy(a[0]),
            ["%"] = (_, a, _) => JsText.ToNumber(a[0]) % JsText.ToNumber(a[1]),
            ["log"] = (_, a, _) => a[0],
            ["in"] = (_, a, _) => In(a[0], a[1]),
            ["cat"] = (run, a, _) => Concatenation(run, a),
            ["substr"] = (_, a, _) => Substring(a),
            ["+"] = (_, a, _) => a.Items.Aggregate(0d, (sum, item) => sum + JsText.ParseFloat(item)),
            ["*"] = (_, a, _) => Product(a),
            ["-"] = (_, a, _) => a[1].IsUndefined ? -JsText.ToNumber(a[0]) : JsText.ToNumber(a[0]) - JsText.ToNumber(a[1]),
            ["/"] = (_, a, _) => JsText.ToNumber(a[0]) / JsText.ToNumber(a[1]),
            ["min"] = (_, a, _) => Extreme(a, double.PositiveInfinity, Math.Min),
            ["max"] = (_, a, _) => Extreme(a, double.NegativeInfinity, Math.Max),
            ["merge"] = (run, a, _) => Merged(run, a),
            ["var"] = (_, a, data) => Variable(a[0], a[1], data),
            ["missing"] = (_, a, data) => Missing(a[0].AsArray ?? a, data),
            ["missing_some"] = MissingSome,
            ["getDate"] = (run, a, _) => IsoDate(Date(a[0], run)),
            ["relativeMinDate"] = (run, a, _) => IsoDate(Relative(run, -JsText.ToNumber(a[0]))),
            ["relativeMaxDate"] = (run, a, _) => IsoDate(Relative(run, JsText.ToNumber(a[0]))),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Func<LogicRun, DataArray, DataValue, DataValue>? Find(string name) => All.GetValueOrDefault(name);

    private static DataValue Variable(DataValue name, DataValue otherwise, DataValue data)
    {
        var notFound = otherwise.IsUndefined ? DataValue.Null : otherwise;
        if (name.IsNullish || name.AsString is { Length: 0 }) return data;
        foreach (var part in name.ToString().Split('.'))
        {
            if (data.IsNullish) return notFound;
            data = DataPath.Member(data, part);
            if (data.IsUndefined) return notFound;
        }

        return data;
    }

    private static DataArray Missing(DataArray names, DataValue data) => new(names.Items.Where(name =>
        Variable(name, DataValue.Undefined, data) is var value && (value.IsNull || value.AsString is { Length: 0 })));

    private static DataValue MissingSome(LogicRun run, DataArray arguments, DataValue data)
    {
        var names = arguments[1].AsArray ?? throw new JsonLogicException("missing_some needs a list of names");
        var missing = Missing(names, data);
        return names.Count - missing.Count >= JsText.ToNumber(arguments[0]) ? new DataArray() : missing;
    }

    // Texts and lists that grow by themselves count by what they hold, so that they cannot double without end.
    private static string Concatenation(LogicRun run, DataArray parts)
    {
        run.Pass.Scripts.CountSteps(parts.Items.Sum(part => (long)(part.AsString?.Length ?? 8)));
        return JsText.Join(parts, "");
    }

    private static DataArray Merged(LogicRun run, DataArray lists)
    {
        run.Pass.Scripts.CountSteps(lists.Items.Sum(list => (long)(list.AsArray?.Count ?? 1)));
        return new DataArray(lists.Items.SelectMany(item => item.AsArray?.Items ?? [item]));
    }

    private static bool In(DataValue wanted, DataValue place)
    {
        if (place.AsString is { Length: > 0 } text) return text.Contains(wanted.ToString(), StringComparison.Ordinal);
        return place.AsArray is { } items && items.Items.Any(item => Comparisons.StrictlyEqual(item, wanted));
    }

    private static string Substring(DataArray arguments)
    {
        var text = arguments[0].ToString();
        var start = JsText.ToNumber(arguments[1]);
        var length = arguments[2].IsUndefined ? double.PositiveInfinity : JsText.ToNumber(arguments[2]);
        return length < 0 ? Substr(Substr(text, start, double.PositiveInfinity), 0, Substr(text, start, double.PositiveInfinity).Length + length)
            : Substr(text, start, length);
    }

    // String.prototype.substr.
    private static string Substr(string text, double start, double length)
    {
        start = double.IsNaN(start) ? 0 : Math.Truncate(start);
        var from = (int)Math.Clamp(start < 0 ? text.Length + start : start, 0, text.Length);
        var count = (int)Math.Clamp(double.IsNaN(length) ? 0 : Math.Truncate(length), 0, text.Length - from);
        return text.Substring(from, count);
    }

    private static DataValue Product(DataArray arguments)
    {
        if (arguments.Count == 0) throw new JsonLogicException("* needs an argument");
        // One factor is given back as it is: reduce has nothing to do.
        return arguments.Count == 1
            ? arguments[0]
            : arguments.Items.Skip(1).Aggregate(JsText.ParseFloat(arguments[0]), (all, item) => all * JsText.ParseFloat(item));
    }

    private static double Extreme(DataArray arguments, double start, Func<double, double, double> pick) =>
        arguments.Items.Aggregate(start, (best, item) => pick(best, JsText.ToNumber(item)));

    private static double Date(DataValue value, LogicRun run)
    {
        var zone = run.Pass.Context.TimeZone;
        if (value.IsUndefined) return run.Pass.Context.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds();
        return value.AsString is { } text ? DayjsDate.Parse(text, zone) : value.IsNumber ? value.AsNumber : double.NaN;
    }

    // dayjs adds days to the local date; the time of day stays.
    private static double Relative(LogicRun run, double days)
    {
        var zone = run.Pass.Context.TimeZone;
        var wall = ZoneClock.ToWall(run.Pass.Context.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds(), zone);
        return ZoneClock.Instant(1970, 1, 1 + Math.Round(days), 0, 0, 0, wall, zone);
    }

    private static string IsoDate(double instant)
    {
        if (double.IsNaN(instant)) throw new JsonLogicException("Invalid time value");
        return ZoneClock.Utc(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
    }
}
