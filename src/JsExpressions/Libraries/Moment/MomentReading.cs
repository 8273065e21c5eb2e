using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>Getters; those with a setter change the moment when given a value.</summary>
internal static class MomentReading
{
    private static readonly (string[] Names, string Unit)[] Accessors =
    [
        (["year", "years"], "year"), (["month", "months"], "month"), (["date", "dates"], "date"), (["day", "days"], "day"),
        (["hour", "hours"], "hour"), (["minute", "minutes"], "minute"), (["second", "seconds"], "second"),
        (["millisecond", "milliseconds"], "millisecond"), (["dayOfYear"], "dayOfYear"), (["week", "weeks"], "week"),
        (["isoWeek", "isoWeeks"], "isoWeek"), (["weekday"], "weekday"), (["isoWeekday"], "isoWeekday"), (["quarter", "quarters"], "quarter"),
        (["weekYear"], "weekYear"), (["isoWeekYear"], "isoWeekYear"),
    ];

    public static void Install(JsObject prototype)
    {
        foreach (var (names, unit) in Accessors)
        {
            foreach (var name in names)
            {
                prototype.Function(name, 1, (run, self, args) =>
                    args.At(0).IsNullish ? Get(run, MomentLibrary.This(run, self), unit) : MomentChanging.Set(run, MomentLibrary.This(run, self), unit, args[0]));
            }
        }
        prototype
            .Function("get", 1, (run, self, args) => Units.Normalize(run, args.At(0)) is { } unit ? Get(run, MomentLibrary.This(run, self), unit) : self)
            .Function("daysInMonth", 0, (run, self, _) => Field(run, self, f => MomentFields.DaysInMonth(f.Year, f.Month)))
            .Function("weeksInYear", 0, (run, self, _) => Field(run, self, f => Weeks(f.Year, 0, 6)))
            .Function("isoWeeksInYear", 0, (run, self, _) => Field(run, self, f => Weeks(f.Year, 1, 4)))
            .Function("isLeapYear", 0, (run, self, _) => MomentLibrary.This(run, self) is { IsValid: true } m && MomentFields.IsLeap(new MomentFields(m.Local(run)).Year))
            .Function("isValid", 0, (run, self, _) => MomentLibrary.This(run, self).IsValid)
            .Function("isDST", 0, (run, self, _) => MomentLibrary.This(run, self) is { IsValid: true, IsUtc: false } m && LocalTime.IsDaylight(run.Zone, m.Time))
            .Function("isLocal", 0, (run, self, _) => !MomentLibrary.This(run, self).IsUtc)
            .Function("isUtc", 0, (run, self, _) => MomentLibrary.This(run, self) is { IsUtc: true, FixedOffset: 0 })
            .Function("isUTC", 0, (run, self, _) => MomentLibrary.This(run, self) is { IsUtc: true, FixedOffset: 0 })
            .Function("isUtcOffset", 0, (run, self, _) => MomentLibrary.This(run, self).IsUtc)
            .Function("valueOf", 0, (run, self, _) => MomentLibrary.This(run, self).Time)
            .Function("unix", 0, (run, self, _) => Math.Floor(MomentLibrary.This(run, self).Time / 1000))
            .Function("toDate", 0, (run, self, _) => new JsDate(MomentLibrary.This(run, self).Time))
            .Function("clone", 0, (run, self, _) =>
            {
                run.Budget.Object();
                return MomentLibrary.This(run, self).Copy();
            })
            .Function("toArray", 0, (run, self, _) => new JsArray(All(run, self).Select(field => field.Value)))
            .Function("toObject", 0, (run, self, _) =>
            {
                run.Budget.Object();
                var result = new JsObject();
                foreach (var (name, value) in All(run, self)) result.Set(name, value);
                return result;
            })
            .Function("locale", 1, (_, self, args) => args.At(0).IsUndefined ? "en" : self)
            .Function("lang", 1, (_, self, args) => args.At(0).IsUndefined ? "en" : self);
    }

    public static JsValue Get(JsRun run, JsMoment moment, string unit)
    {
        if (!moment.IsValid) return double.NaN;
        var f = new MomentFields(moment.Local(run));
        return unit switch
        {
            "year" => f.Year,
            "month" => f.Month,
            "date" => f.Day,
            "day" or "weekday" => f.Weekday,
            "hour" => f.Hour,
            "minute" => f.Minute,
            "second" => f.Second,
            "millisecond" => f.Millisecond,
            "dayOfYear" => f.DayOfYear,
            "week" => f.Week.Week,
            "weekYear" => f.Week.Year,
            "isoWeek" => f.IsoWeek.Week,
            "isoWeekYear" => f.IsoWeek.Year,
            "isoWeekday" => f.IsoWeekday,
            "quarter" => f.Quarter,
            _ => JsValue.Undefined,
        };
    }

    private static JsValue Field(JsRun run, JsValue self, Func<MomentFields, double> select)
    {
        var moment = MomentLibrary.This(run, self);
        return moment.IsValid ? select(new MomentFields(moment.Local(run))) : double.NaN;
    }

    private static double Weeks(int year, int startsOn, int firstHolds) =>
        (MomentFields.WeekStart(year + 1, startsOn, firstHolds) - MomentFields.WeekStart(year, startsOn, firstHolds)) / 7;

    private static IEnumerable<(string Name, JsValue Value)> All(JsRun run, JsValue self)
    {
        var moment = MomentLibrary.This(run, self);
        string[] names = ["years", "months", "date", "hours", "minutes", "seconds", "milliseconds"];
        string[] units = ["year", "month", "date", "hour", "minute", "second", "millisecond"];
        return names.Zip(units, (name, unit) => (name, Get(run, moment, unit)));
    }
}
