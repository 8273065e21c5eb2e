using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Dates to text.</summary>
internal static class DateWriting
{
    public static void Install(JsObject prototype) => prototype
        .Function("toISOString", 0, (run, self, _) =>
        {
            var time = DateBuiltIns.This(run, self);
            return double.IsNaN(time) ? throw JsErrors.Range(run, "Invalid time value") : DateText.Iso(time);
        })
        .Function("toJSON", 1, (run, self, _) =>
        {
            if (self.Ref is JsDate date) return double.IsNaN(date.Time) ? JsValue.Null : DateText.Iso(date.Time);
            throw JsErrors.Type(run, "this is not a Date object.");
        })
        .Function("toString", 0, (run, self, _) => Text(run, self, time => DateText.Full(run.Zone, time)))
        .Function("toDateString", 0, (run, self, _) => Text(run, self, time => DateText.Date(LocalTime.FromUtc(run.Zone, time))))
        .Function("toTimeString", 0, (run, self, _) => Text(run, self, time => DateText.Time(run.Zone, time)))
        .Function("toUTCString", 0, (run, self, _) => Text(run, self, DateText.Utc))
        .Function("toGMTString", 0, (run, self, _) => Text(run, self, DateText.Utc))
        .Function("toLocaleString", 0, (run, self, args) => DateLocale.Format(run, DateBuiltIns.This(run, self), args.At(0), args.At(1), date: true, clock: true))
        .Function("toLocaleDateString", 0, (run, self, args) => DateLocale.Format(run, DateBuiltIns.This(run, self), args.At(0), args.At(1), date: true, clock: false))
        .Function("toLocaleTimeString", 0, (run, self, args) => DateLocale.Format(run, DateBuiltIns.This(run, self), args.At(0), args.At(1), date: false, clock: true));

    private static JsValue Text(JsRun run, JsValue self, Func<double, string> write)
    {
        var time = DateBuiltIns.This(run, self);
        run.Budget.Chars(64);
        return double.IsNaN(time) ? "Invalid Date" : write(time);
    }
}
