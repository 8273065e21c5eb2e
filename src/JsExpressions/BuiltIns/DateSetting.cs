using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The setters of Date. Each takes its field and those below it.</summary>
internal static class DateSetting
{
    private static readonly string[] Names = ["FullYear", "Month", "Date", "Hours", "Minutes", "Seconds", "Milliseconds"];

    public static void Install(JsObject prototype)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            var first = i;
            // Year, month and day do not reach into the time of day.
            var count = i < 3 ? 3 - i : 7 - i;
            prototype
                .Function("set" + Names[i], count, (run, self, args) => Change(run, self, args, first, count, utc: false))
                .Function("setUTC" + Names[i], count, (run, self, args) => Change(run, self, args, first, count, utc: true));
        }
        prototype
            .Function("setTime", 1, (run, self, args) =>
            {
                DateBuiltIns.This(run, self);
                return Set(self, Coercion.ToNumber(run, args.At(0)));
            })
            .Function("setYear", 1, (run, self, args) =>
            {
                DateBuiltIns.This(run, self);
                var year = Coercion.ToNumber(run, args.At(0));
                if (Math.Truncate(year) is >= 0 and <= 99) year = 1900 + Math.Truncate(year);
                return Change(run, self, [year], 0, 1, utc: false);
            });
    }

    private static JsValue Change(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, int first, int count, bool utc)
    {
        var time = DateBuiltIns.This(run, self);
        Span<double> given = stackalloc double[count];
        var used = Math.Clamp(args.Length, 1, count);
        for (var i = 0; i < used; i++) given[i] = Coercion.ToNumber(run, args.At(i));
        if (double.IsNaN(time))
        {
            if (first != 0) return double.NaN;
            time = 0;
        }
        else if (!utc)
        {
            time = LocalTime.FromUtc(run.Zone, time);
        }
        var (year, month, day, _) = Calendar.Date(time);
        var (hour, minute, second, millisecond) = Calendar.TimeOfDay(time);
        Span<double> fields = [year, month, day, hour, minute, second, millisecond];
        for (var i = 0; i < used; i++) fields[first + i] = given[i];
        var changed = Calendar.Join(Calendar.Day(fields[0], fields[1], fields[2]), Calendar.Time(fields[3], fields[4], fields[5], fields[6]));
        return Set(self, utc ? changed : LocalTime.ToUtc(run.Zone, changed));
    }

    private static JsValue Set(JsValue self, double time)
    {
        var date = (JsDate)self.AsObject; // checked by the callers
        date.Time = JsDate.Clip(time);
        return date.Time;
    }
}
