using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The getters of Date.</summary>
internal static class DateReading
{
    public static void Install(JsObject prototype)
    {
        Add(prototype, "FullYear", time => Calendar.Date(time).Year);
        Add(prototype, "Month", time => Calendar.Date(time).Month);
        Add(prototype, "Date", time => Calendar.Date(time).Day);
        Add(prototype, "Day", time => Calendar.Date(time).Weekday);
        Add(prototype, "Hours", time => Calendar.TimeOfDay(time).Hour);
        Add(prototype, "Minutes", time => Calendar.TimeOfDay(time).Minute);
        Add(prototype, "Seconds", time => Calendar.TimeOfDay(time).Second);
        Add(prototype, "Milliseconds", time => Calendar.TimeOfDay(time).Millisecond);
        prototype
            .Function("getTime", 0, (run, self, _) => DateBuiltIns.This(run, self))
            .Function("valueOf", 0, (run, self, _) => DateBuiltIns.This(run, self))
            .Function("getYear", 0, (run, self, _) => Read(run, self, false, time => Calendar.Date(time).Year - 1900))
            .Function("getTimezoneOffset", 0, (run, self, _) =>
            {
                var time = DateBuiltIns.This(run, self);
                return double.IsNaN(time) ? time : -LocalTime.Offset(run.Zone, time) / 60000 + 0.0;
            });
    }

    private static void Add(JsObject prototype, string name, Func<double, double> select) => prototype
        .Function("get" + name, 0, (run, self, _) => Read(run, self, false, select))
        .Function("getUTC" + name, 0, (run, self, _) => Read(run, self, true, select));

    private static JsValue Read(JsRun run, JsValue self, bool utc, Func<double, double> select)
    {
        var time = DateBuiltIns.This(run, self);
        return double.IsNaN(time) ? time : select(utc ? time : LocalTime.FromUtc(run.Zone, time));
    }
}
