using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>Moments as text, absolute and relative.</summary>
internal static class MomentWriting
{
    public static void Install(JsObject prototype) => prototype
        .Function("format", 1, (run, self, args) =>
        {
            var moment = MomentLibrary.This(run, self);
            var standard = moment is { IsUtc: true, FixedOffset: 0 } ? "YYYY-MM-DDTHH:mm:ss[Z]" : "YYYY-MM-DDTHH:mm:ssZ";
            return MomentFormat.Format(run, moment, args.At(0).IsNullish || (args[0].IsString && args[0].AsString.Length == 0) ? standard : Coercion.ToText(run, args[0]));
        })
        .Function("toISOString", 1, (run, self, args) =>
        {
            var moment = MomentLibrary.This(run, self);
            if (!moment.IsValid) return JsValue.Null;
            return args.At(0).IsTruthy ? MomentFormat.Format(run, moment, "YYYY-MM-DD[T]HH:mm:ss.SSSZ") : DateText.Iso(moment.Time);
        })
        .Function("toJSON", 0, (run, self, _) => MomentLibrary.This(run, self) is { IsValid: true } moment ? DateText.Iso(moment.Time) : JsValue.Null)
        .Function("toString", 0, (run, self, _) => MomentFormat.Format(run, MomentLibrary.This(run, self), "ddd MMM DD YYYY HH:mm:ss [GMT]ZZ"))
        .Function("fromNow", 1, (run, self, args) => Relative(run, MomentLibrary.This(run, self), MomentLibrary.New(run, DateBuiltIns.Now(run)), !args.At(0).IsTruthy))
        .Function("toNow", 1, (run, self, args) => Relative(run, MomentLibrary.New(run, DateBuiltIns.Now(run)), MomentLibrary.This(run, self), !args.At(0).IsTruthy))
        .Function("from", 2, (run, self, args) => Relative(run, MomentLibrary.This(run, self), MomentLibrary.Of(run, args.At(0)), !args.At(1).IsTruthy))
        .Function("to", 2, (run, self, args) => Relative(run, MomentLibrary.Of(run, args.At(0)), MomentLibrary.This(run, self), !args.At(1).IsTruthy))
        .Function("calendar", 1, Calendar);

    private static JsValue Relative(JsRun run, JsMoment moment, JsMoment origin, bool withSuffix) =>
        !moment.IsValid || !origin.IsValid ? "Invalid date" : Humanizing.Text(Between(run, origin, moment), withSuffix);

    /// <summary>The duration from one to the other: months, and the milliseconds left.</summary>
    private static JsDuration Between(JsRun run, JsMoment from, JsMoment to)
    {
        var sign = from.Time <= to.Time ? 1 : -1;
        var (early, late) = sign > 0 ? (from, to) : (to, from);
        var (x, y) = (new MomentFields(early.Local(run)), new MomentFields(late.Local(run)));
        var months = y.Month - x.Month + (y.Year - x.Year) * 12.0;
        var shifted = early.Copy();
        MomentChanging.Add(run, shifted, months, 0, 0);
        if (shifted.Time > late.Time)
        {
            months--;
            shifted = early.Copy();
            MomentChanging.Add(run, shifted, months, 0, 0);
        }
        return new JsDuration(sign * months, 0, sign * (late.Time - shifted.Time));
    }

    private static JsValue Calendar(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var moment = MomentLibrary.This(run, self);
        if (!moment.IsValid) return "Invalid date";
        var origin = args.At(0).IsNullish ? MomentLibrary.New(run, DateBuiltIns.Now(run)) : MomentLibrary.Of(run, args[0]).Copy();
        (origin.IsUtc, origin.FixedOffset) = (moment.IsUtc, moment.FixedOffset);
        var days = (moment.Local(run) - Math.Floor(origin.Local(run) / BuiltIns.Calendar.MsPerDay) * BuiltIns.Calendar.MsPerDay) / BuiltIns.Calendar.MsPerDay;
        var format = days < -6 ? "L" : days < -1 ? "[Last] dddd [at] LT" : days < 0 ? "[Yesterday at] LT" : days < 1 ? "[Today at] LT"
            : days < 2 ? "[Tomorrow at] LT" : days < 7 ? "dddd [at] LT" : "L";
        return MomentFormat.Format(run, moment, format);
    }
}
