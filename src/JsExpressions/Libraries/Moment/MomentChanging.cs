using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>add, subtract, set, startOf, endOf and changes of the view. All change the moment itself and return it.</summary>
internal static class MomentChanging
{
    public static void Install(JsObject prototype) => prototype
        .Function("add", 2, (run, self, args) => Add(run, MomentLibrary.This(run, self), args, 1))
        .Function("subtract", 2, (run, self, args) => Add(run, MomentLibrary.This(run, self), args, -1))
        .Function("set", 2, SetMany)
        .Function("startOf", 1, (run, self, args) => Bound(run, MomentLibrary.This(run, self), args.At(0), end: false))
        .Function("endOf", 1, (run, self, args) => Bound(run, MomentLibrary.This(run, self), args.At(0), end: true))
        .Function("utc", 0, (run, self, _) => View(run, self, utc: true, 0))
        .Function("local", 0, (run, self, _) => View(run, self, utc: false, 0))
        .Function("parseZone", 0, (run, self, _) => MomentLibrary.This(run, self))
        .Function("utcOffset", 1, (run, self, args) =>
        {
            var moment = MomentLibrary.This(run, self);
            if (args.At(0).IsNullish) return moment.IsValid ? moment.Offset(run) : double.NaN;
            var offset = args[0].IsString ? MomentIso.OffsetOf(args[0].AsString) : Coercion.ToNumber(run, args[0]);
            return View(run, self, utc: true, Math.Abs(offset) < 16 ? offset * 60 : offset);
        });

    public static JsMoment Add(JsRun run, JsMoment moment, ReadOnlySpan<JsValue> args, int sign)
    {
        // add('day', 1) is the old order of arguments.
        var (amount, unit) = args.At(1).IsNullish || args[0].IsNumber || double.IsNaN(Coercion.ToNumber(run, args[1])) ? (args.At(0), args.At(1)) : (args[1], args[0]);
        var duration = DurationParsing.Of(run, amount, unit);
        Add(run, moment, Round(duration.Months) * sign, Round(duration.Days) * sign, duration.Milliseconds * sign);
        return moment;
    }

    public static void Add(JsRun run, JsMoment moment, double months, double days, double milliseconds)
    {
        if (!moment.IsValid) return;
        if (double.IsNaN(months + days + milliseconds)) moment.Time = double.NaN;
        if (months != 0) AddMonths(run, moment, months);
        if (days != 0) moment.SetLocal(run, moment.Local(run) + days * Calendar.MsPerDay);
        moment.Time = JsDate.Clip(moment.Time + milliseconds);
    }

    public static JsMoment Set(JsRun run, JsMoment moment, string unit, JsValue value)
    {
        if (!moment.IsValid) return moment;
        var local = moment.Local(run);
        var f = new MomentFields(local);
        var number = Number(run, unit, value);
        var time = local - Math.Floor(local / Calendar.MsPerDay) * Calendar.MsPerDay;
        switch (unit)
        {
            case "year": moment.SetLocal(run, Calendar.Join(Calendar.Day(number, f.Month, Math.Min(f.Day, MomentFields.DaysInMonth((int)number, f.Month))), time)); break;
            case "month": AddMonths(run, moment, number - f.Month); break;
            case "quarter": AddMonths(run, moment, (number - 1) * 3 + f.Month % 3 - f.Month); break;
            case "date": Days(number - f.Day); break;
            case "day" or "weekday": Days(number - f.Weekday); break;
            case "isoWeekday": Days(number - f.IsoWeekday); break;
            case "dayOfYear": Days(number - f.DayOfYear); break;
            case "week": Days((number - f.Week.Week) * 7); break;
            case "isoWeek": Days((number - f.IsoWeek.Week) * 7); break;
            case "hour": moment.SetLocal(run, local + (number - f.Hour) * 3600000); break;
            case "minute": moment.Time += (number - f.Minute) * 60000; break;
            case "second": moment.Time += (number - f.Second) * 1000; break;
            case "millisecond": moment.Time += number - f.Millisecond; break;
        }
        return moment;

        void Days(double count) => moment.SetLocal(run, local + count * Calendar.MsPerDay);
    }

    private static double Number(JsRun run, string unit, JsValue value)
    {
        if (!value.IsString || !double.IsNaN(Coercion.ToNumber(run, value))) return Math.Truncate(Coercion.ToNumber(run, value));
        var names = unit == "month" ? MomentFormat.Months : MomentFormat.Days;
        var text = value.AsString;
        var index = Array.FindIndex(names, name => text.Length >= 2 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? double.NaN : unit == "isoWeekday" && index == 0 ? 7 : index;
    }

    private static JsValue SetMany(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var moment = MomentLibrary.This(run, self);
        if (args.At(0).ObjectOrNull is not { } fields)
            return Units.Normalize(run, args.At(0)) is { } unit ? Set(run, moment, unit, args.At(1)) : moment;
        // Years before months before days, whatever the order of the keys.
        string[] order = ["year", "month", "date", "day", "hour", "minute", "second", "millisecond"];
        foreach (var (name, key) in fields.Keys.Select(key => (Units.Normalize(run, key), key)).OrderBy(item => Array.IndexOf(order, item.Item1)))
            if (name is not null) Set(run, moment, name, fields.Get(run, key));
        return moment;
    }

    private static void AddMonths(JsRun run, JsMoment moment, double months)
    {
        var local = moment.Local(run);
        var f = new MomentFields(local);
        var target = f.Year * 12.0 + f.Month + months;
        if (!double.IsFinite(target) || Math.Abs(target) > 4_000_000)
        {
            moment.Time = double.NaN;
            return;
        }
        var (year, month) = ((int)Math.Floor(target / 12), (int)(target - Math.Floor(target / 12) * 12));
        var day = Math.Min(f.Day, MomentFields.DaysInMonth(year, month));
        moment.SetLocal(run, Calendar.Join(Calendar.Day(year, month, day), local - Math.Floor(local / Calendar.MsPerDay) * Calendar.MsPerDay));
    }

    private static double Round(double value) => value < 0 ? -MathBuiltIns.Round(-value) : MathBuiltIns.Round(value);

    public static JsMoment Bound(JsRun run, JsMoment moment, JsValue unitValue, bool end)
    {
        if (Units.Normalize(run, unitValue) is not { } unit || unit == "millisecond" || !moment.IsValid) return moment;
        var local = moment.Local(run);
        var f = new MomentFields(local);
        var day = Math.Floor(local / Calendar.MsPerDay);
        (double From, double To)? days = unit switch
        {
            "year" => (Calendar.Day(f.Year, 0, 1), Calendar.Day(f.Year + 1, 0, 1)),
            "quarter" => (Calendar.Day(f.Year, f.Month - f.Month % 3, 1), Calendar.Day(f.Year, f.Month - f.Month % 3 + 3, 1)),
            "month" => (Calendar.Day(f.Year, f.Month, 1), Calendar.Day(f.Year, f.Month + 1, 1)),
            "week" => (day - f.Weekday, day - f.Weekday + 7),
            "isoWeek" => (day - f.IsoWeekday + 1, day - f.IsoWeekday + 8),
            "day" or "date" => (day, day + 1),
            _ => null,
        };
        if (days is { } range)
        {
            moment.SetLocal(run, end ? range.To * Calendar.MsPerDay : range.From * Calendar.MsPerDay);
            if (end) moment.Time -= 1;
            return moment;
        }
        var length = unit switch { "hour" => 3600000.0, "minute" => 60000, _ => 1000 };
        // Hours follow the offset, which need not be a whole number of them.
        var passed = local - Math.Floor(local / length) * length;
        moment.Time += end ? length - passed - 1 : -passed;
        return moment;
    }

    private static JsMoment View(JsRun run, JsValue self, bool utc, double offset)
    {
        var moment = MomentLibrary.This(run, self);
        (moment.IsUtc, moment.FixedOffset) = (utc, offset);
        return moment;
    }
}
