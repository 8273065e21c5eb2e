using System.Globalization;
using System.Text.RegularExpressions;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>Whatever moment.duration() and add() take.</summary>
internal static partial class DurationParsing
{
    public static JsDuration Of(JsRun run, JsValue input, JsValue unit)
    {
        run.Budget.Object();
        if (input.Ref is JsDuration known) return known.Copy();
        if (input.IsNumber || (input.IsString && (!unit.IsNullish || PlainNumber().IsMatch(input.AsString))))
        {
            var number = Coercion.ToNumber(run, input);
            return unit.IsNullish ? new JsDuration(0, 0, number) : Units.Normalize(run, unit) is { } name ? Amount(number, name) : new JsDuration(0, 0, 0);
        }
        if (input.IsString) return FromText(input.AsString);
        if (input.ObjectOrNull is not { } fields) return new JsDuration(0, 0, 0);
        if (fields.HasOwn("from") && fields.HasOwn("to"))
        {
            var (from, to) = (MomentLibrary.Of(run, fields.Get(run, "from")), MomentLibrary.Of(run, fields.Get(run, "to")));
            return new JsDuration(0, 0, to.Time - from.Time);
        }
        var sum = new JsDuration(0, 0, 0);
        foreach (var key in fields.Keys)
            if (Units.Normalize(run, key) is { } name) Add(sum, Amount(Coercion.ToNumber(run, fields.Get(run, key)), name));
        return sum;
    }

    public static void Add(JsDuration target, JsDuration other, int sign = 1)
    {
        target.Months += other.Months * sign;
        target.Days += other.Days * sign;
        target.Milliseconds += other.Milliseconds * sign;
    }

    private static JsDuration Amount(double n, string unit) => unit switch
    {
        "year" => new JsDuration(n * 12, 0, 0),
        "quarter" => new JsDuration(n * 3, 0, 0),
        "month" => new JsDuration(n, 0, 0),
        "week" or "isoWeek" => new JsDuration(0, n * 7, 0),
        "day" or "date" or "dayOfYear" or "weekday" or "isoWeekday" => new JsDuration(0, n, 0),
        "hour" => new JsDuration(0, 0, n * 36e5),
        "minute" => new JsDuration(0, 0, n * 6e4),
        "second" => new JsDuration(0, 0, n * 1e3),
        _ => new JsDuration(0, 0, n),
    };

    [GeneratedRegex(@"^[+-]?[0-9]+(?:\.[0-9]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();

    [GeneratedRegex(@"^(-|\+)?(?:([0-9]*)[. ])?([0-9]+):([0-9]+)(?::([0-9]+)(\.[0-9]*)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(-|\+)?P(?:([-+]?[0-9,.]*)Y)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)W)?(?:([-+]?[0-9,.]*)D)?(?:T(?:([-+]?[0-9,.]*)H)?(?:([-+]?[0-9,.]*)M)?(?:([-+]?[0-9,.]*)S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    private static JsDuration FromText(string text)
    {
        if (text.Length > 200) return new JsDuration(0, 0, 0);
        var match = Clock().Match(text);
        double Part(int group) => match.Groups[group] is { Success: true, Length: > 0 } part
            && double.TryParse(part.Value.Replace(',', '.'), CultureInfo.InvariantCulture, out var value) ? value : 0;
        var sign = text.StartsWith('-') ? -1 : 1;
        if (match.Success)
            return new JsDuration(0, sign * Part(2), sign * (Part(3) * 36e5 + Part(4) * 6e4 + Part(5) * 1e3 + Math.Round(Part(6) * 1000)));
        match = Iso().Match(text);
        return !match.Success
            ? new JsDuration(0, 0, 0)
            : new JsDuration(sign * (Part(2) * 12 + Part(3)), sign * (Part(4) * 7 + Part(5)), sign * (Part(6) * 36e5 + Part(7) * 6e4 + Part(8) * 1e3));
    }
}
