using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>diff and the questions.</summary>
internal static class MomentComparing
{
    public static void Install(JsObject prototype) => prototype
        .Function("diff", 3, Diff)
        .Function("isBefore", 2, (run, self, args) => Ask(run, self, args, (m, o) => m.Time < o.Time, (start, end, o) => end < o))
        .Function("isAfter", 2, (run, self, args) => Ask(run, self, args, (m, o) => m.Time > o.Time, (start, end, o) => o < start))
        .Function("isSame", 2, (run, self, args) => Ask(run, self, args, (m, o) => m.Time == o.Time, (start, end, o) => start <= o && o <= end))
        .Function("isSameOrBefore", 2, (run, self, args) => Ask(run, self, args, (m, o) => m.Time <= o.Time, (start, end, o) => start <= o))
        .Function("isSameOrAfter", 2, (run, self, args) => Ask(run, self, args, (m, o) => m.Time >= o.Time, (start, end, o) => end >= o))
        .Function("isBetween", 4, IsBetween);

    private static JsValue Ask(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, Func<JsMoment, JsMoment, bool> exact, Func<double, double, double, bool> within)
    {
        var moment = MomentLibrary.This(run, self);
        var other = MomentLibrary.Of(run, args.At(0));
        if (!moment.IsValid || !other.IsValid) return false;
        var unit = Units.Normalize(run, args.At(1)) ?? "millisecond";
        return unit == "millisecond" ? exact(moment, other)
            : within(MomentChanging.Bound(run, moment.Copy(), unit, end: false).Time, MomentChanging.Bound(run, moment.Copy(), unit, end: true).Time, other.Time);
    }

    private static JsValue IsBetween(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var inclusivity = args.At(3).IsString ? args[3].AsString : "()";
        JsFunction Method(string name) => (JsFunction)MomentLibrary.Prototype.Get(name).AsObject; // installed above
        var after = inclusivity.StartsWith('(') ? Method("isAfter").Call(run, self, [args.At(0), args.At(2)]) : !Method("isBefore").Call(run, self, [args.At(0), args.At(2)]).IsTruthy;
        var before = inclusivity.EndsWith(')') ? Method("isBefore").Call(run, self, [args.At(1), args.At(2)]) : !Method("isAfter").Call(run, self, [args.At(1), args.At(2)]).IsTruthy;
        return MomentLibrary.This(run, self).IsValid && MomentLibrary.Of(run, args.At(0)).IsValid && MomentLibrary.Of(run, args.At(1)).IsValid && after.IsTruthy && before.IsTruthy;
    }

    private static JsValue Diff(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var moment = MomentLibrary.This(run, self);
        // Seen at the offset of this moment.
        var other = MomentLibrary.Of(run, args.At(0)).Copy();
        if (!moment.IsValid || !other.IsValid) return double.NaN;
        (other.IsUtc, other.FixedOffset) = (moment.IsUtc, moment.FixedOffset);
        var zoneDelta = (other.Offset(run) - moment.Offset(run)) * 60000;
        var unit = Units.Normalize(run, args.At(1)) ?? "millisecond";
        var elapsed = moment.Time - other.Time;
        var result = unit switch
        {
            "year" => Months(run, moment, other) / 12,
            "month" => Months(run, moment, other),
            "quarter" => Months(run, moment, other) / 3,
            "second" => elapsed / 1e3,
            "minute" => elapsed / 6e4,
            "hour" => elapsed / 36e5,
            "day" or "date" => (elapsed - zoneDelta) / 864e5,
            "week" => (elapsed - zoneDelta) / 6048e5,
            _ => elapsed,
        };
        return args.At(2).IsTruthy ? result : Math.Truncate(result) + 0.0;
    }

    /// <summary>moment's monthDiff: whole months and the share of the one they end in.</summary>
    public static double Months(JsRun run, JsMoment a, JsMoment b)
    {
        var (x, y) = (new MomentFields(a.Local(run)), new MomentFields(b.Local(run)));
        if (x.Day < y.Day) return -Months(run, b, a);
        var whole = (y.Year - x.Year) * 12 + (y.Month - x.Month);
        JsMoment Anchor(double months)
        {
            var copy = a.Copy();
            MomentChanging.Add(run, copy, months, 0, 0);
            return copy;
        }
        var anchor = Anchor(whole).Time;
        var share = b.Time - anchor < 0
            ? (b.Time - anchor) / (anchor - Anchor(whole - 1).Time)
            : (b.Time - anchor) / (Anchor(whole + 1).Time - anchor);
        return -(whole + share) + 0.0;
    }
}
