using System.Globalization;
using JsExpressions.BuiltIns;

namespace JsExpressions.Libraries.Moment;

/// <summary>Durations in words, with moment's default thresholds and English.</summary>
internal static class Humanizing
{
    public static string Text(JsDuration duration, bool withSuffix)
    {
        if (!duration.IsValid) return "Invalid date";
        var positive = duration.ToMilliseconds() > 0;
        var absolute = new JsDuration(Math.Abs(duration.Months), Math.Abs(duration.Days), Math.Abs(duration.Milliseconds));
        double Round(string unit) => MathBuiltIns.Round(absolute.As(unit));
        var (seconds, minutes, hours, days, months, years) = (Round("second"), Round("minute"), Round("hour"), Round("day"), Round("month"), Round("year"));
        var text = seconds <= 44 ? "a few seconds"
            : seconds < 45 ? Many(seconds, "seconds")
            : minutes <= 1 ? "a minute"
            : minutes < 45 ? Many(minutes, "minutes")
            : hours <= 1 ? "an hour"
            : hours < 22 ? Many(hours, "hours")
            : days <= 1 ? "a day"
            : days < 26 ? Many(days, "days")
            : months <= 1 ? "a month"
            : months < 11 ? Many(months, "months")
            : years <= 1 ? "a year"
            : Many(years, "years");
        return !withSuffix ? text : positive ? "in " + text : text + " ago";
    }

    private static string Many(double count, string unit) => $"{count.ToString(CultureInfo.InvariantCulture)} {unit}";
}
