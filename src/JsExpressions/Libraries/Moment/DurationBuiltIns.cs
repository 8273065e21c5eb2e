using System.Text;
using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>The methods of durations.</summary>
internal static class DurationBuiltIns
{
    public static void Install(JsObject prototype)
    {
        foreach (var (name, unit) in (IEnumerable<(string, string)>)[
            ("asMilliseconds", "millisecond"), ("asSeconds", "second"), ("asMinutes", "minute"), ("asHours", "hour"), ("asDays", "day"),
            ("asWeeks", "week"), ("asMonths", "month"), ("asQuarters", "quarter"), ("asYears", "year")])
        {
            prototype.Function(name, 0, (run, self, _) => This(run, self).As(unit));
        }
        prototype
            .Function("as", 1, (run, self, args) => Units.Normalize(run, args.At(0)) is { } unit ? This(run, self).As(unit) : double.NaN)
            .Function("get", 1, (run, self, args) => Part(This(run, self), Units.Normalize(run, args.At(0))))
            .Function("weeks", 0, (run, self, _) => Math.Truncate(This(run, self).Parts().Days / 7))
            .Function("valueOf", 0, (run, self, _) => This(run, self).ToMilliseconds())
            .Function("isValid", 0, (run, self, _) => This(run, self).IsValid)
            .Function("clone", 0, (run, self, _) => This(run, self).Copy())
            .Function("abs", 0, (run, self, _) =>
            {
                var duration = This(run, self);
                (duration.Months, duration.Days, duration.Milliseconds) = (Math.Abs(duration.Months), Math.Abs(duration.Days), Math.Abs(duration.Milliseconds));
                return duration;
            })
            .Function("add", 2, (run, self, args) => Add(run, self, args, 1))
            .Function("subtract", 2, (run, self, args) => Add(run, self, args, -1))
            .Function("humanize", 1, (run, self, args) => Humanizing.Text(This(run, self), args.At(0).IsTruthy))
            .Function("toISOString", 0, (run, self, _) => Iso(This(run, self)))
            .Function("toJSON", 0, (run, self, _) => Iso(This(run, self)))
            .Function("toString", 0, (run, self, _) => Iso(This(run, self)))
            .Function("locale", 1, (_, self, args) => args.At(0).IsUndefined ? "en" : self);
        foreach (var unit in (string[])["year", "month", "day", "hour", "minute", "second", "millisecond"])
            prototype.Function(unit + "s", 0, (run, self, _) => Part(This(run, self), unit));
    }

    private static JsDuration This(JsRun run, JsValue self) =>
        self.Ref as JsDuration ?? throw JsErrors.Type(run, "The method was called on a value that is not a duration");

    private static JsDuration Add(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, int sign)
    {
        var duration = This(run, self);
        DurationParsing.Add(duration, DurationParsing.Of(run, args.At(0), args.At(1)), sign);
        return duration;
    }

    private static double Part(JsDuration duration, string? unit)
    {
        var parts = duration.Parts();
        return unit switch
        {
            "year" => parts.Years,
            "month" => parts.Months,
            "week" => Math.Truncate(parts.Days / 7),
            "day" => parts.Days,
            "hour" => parts.Hours,
            "minute" => parts.Minutes,
            "second" => parts.Seconds,
            "millisecond" => parts.Milliseconds,
            _ => double.NaN,
        };
    }

    private static string Iso(JsDuration duration)
    {
        if (!duration.IsValid) return "Invalid date";
        var total = duration.As("second");
        if (total == 0) return "P0D";
        var seconds = Math.Abs(duration.Milliseconds) / 1000;
        var minutes = Math.Floor(seconds / 60);
        var hours = Math.Floor(minutes / 60);
        seconds -= minutes * 60;
        minutes -= hours * 60;
        var (years, months, days) = (Math.Floor(Math.Abs(duration.Months) / 12), Math.Abs(duration.Months) % 12, Math.Abs(duration.Days));
        string Sign(double value) => value != 0 && Math.Sign(value) != Math.Sign(total) ? "-" : "";
        var text = new StringBuilder(total < 0 ? "-P" : "P");
        void Write(double value, double of, char unit)
        {
            if (value != 0) text.Append(Sign(of)).Append(NumberText.Format(value)).Append(unit);
        }
        Write(years, duration.Months, 'Y');
        Write(months, duration.Months, 'M');
        Write(days, duration.Days, 'D');
        if (hours + minutes + seconds != 0) text.Append('T');
        Write(hours, duration.Milliseconds, 'H');
        Write(minutes, duration.Milliseconds, 'M');
        Write(Math.Round(seconds, 3), duration.Milliseconds, 'S');
        return text.ToString();
    }
}
