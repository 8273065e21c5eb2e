using System.Globalization;
using System.Text.RegularExpressions;
using JsExpressions.BuiltIns;
using JsExpressions.Values;
using Calendar = JsExpressions.BuiltIns.Calendar;

namespace JsExpressions.Libraries.Moment;

/// <summary>Texts without a format: ISO 8601 in all its forms, RFC 2822, then whatever Date reads.</summary>
internal static partial class MomentIso
{
    /// <summary>The instant and the offset the text named, in minutes; <paramref name="utc"/> reads texts without offset as UTC.</summary>
    public static (double Time, double? Offset) Parse(JsRun run, string text, bool utc, bool isoOnly = false)
    {
        if (text.Length > 200) return (double.NaN, null);
        var match = Extended().Match(text);
        if (!match.Success) match = Basic().Match(text);
        if (match.Success) return Iso(run, match, utc);
        if (isoOnly) return (double.NaN, null);
        return (DateParsing.Parse(utc ? TimeZoneInfo.Utc : run.Zone, text), null);
    }

    [GeneratedRegex(@"^\s*(?<y>[+-][0-9]{6}|[0-9]{4})-(?:(?<M>[0-9]{2})-(?<D>[0-9]{2})|W(?<W>[0-9]{2})-(?<E>[0-9])|W(?<W>[0-9]{2})|(?<n>[0-9]{3})|(?<M>[0-9]{2}))(?:[T ](?<h>[0-9]{2})(?::(?<m>[0-9]{2})(?::(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)?(?<z>[+-][0-9]{2}(?::?[0-9]{2})?|\s*Z)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Extended();

    [GeneratedRegex(@"^\s*(?<y>[+-][0-9]{6}|[0-9]{4})(?:(?<M>[0-9]{2})(?<D>[0-9]{2})|W(?<W>[0-9]{2})(?<E>[0-9])|W(?<W>[0-9]{2})|(?<n>[0-9]{3})|(?<M>[0-9]{2})|)(?:[T ](?<h>[0-9]{2})(?:(?<m>[0-9]{2})(?:(?<s>[0-9]{2})(?:[.,](?<f>[0-9]+))?)?)?(?<z>[+-][0-9]{2}(?::?[0-9]{2})?|\s*Z)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Basic();

    private static (double, double?) Iso(JsRun run, Match match, bool utc)
    {
        int Number(string group, int missing) => match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : missing;
        var year = Number("y", 0);
        double day;
        if (match.Groups["W"].Success)
        {
            var (week, weekday) = (Number("W", 1), Number("E", 1));
            if (week is < 1 or > 53 || weekday is < 1 or > 7) return (double.NaN, null);
            day = MomentFields.WeekStart(year, 1, 4) + (week - 1) * 7 + weekday - 1;
        }
        else if (match.Groups["n"].Success)
        {
            var number = Number("n", 1);
            if (number < 1 || number > (MomentFields.IsLeap(year) ? 366 : 365)) return (double.NaN, null);
            day = Calendar.Day(year, 0, number);
        }
        else
        {
            var (month, date) = (Number("M", 1), Number("D", 1));
            if (month is < 1 or > 12 || date < 1 || date > MomentFields.DaysInMonth(year, month - 1)) return (double.NaN, null);
            day = Calendar.Day(year, month - 1, date);
        }
        var (hour, minute, second) = (Number("h", 0), Number("m", 0), Number("s", 0));
        var fraction = match.Groups["f"] is { Success: true } part ? Math.Truncate(double.Parse("0." + part.Value, CultureInfo.InvariantCulture) * 1000 + 1e-9) : 0;
        if (hour > 24 || (hour == 24 && minute + second + fraction > 0) || minute > 59 || second > 59) return (double.NaN, null);
        var local = Calendar.Join(day, Calendar.Time(hour, minute, second, fraction));
        if (match.Groups["z"].Success)
        {
            var offset = OffsetOf(match.Groups["z"].Value);
            return (local - offset * 60000, offset);
        }
        return (utc ? local : LocalTime.ToUtc(run.Zone, local), null);
    }

    /// <summary>Minutes of Z, +hh, +hhmm or +hh:mm.</summary>
    public static double OffsetOf(string text)
    {
        text = text.Trim().Replace(":", "", StringComparison.Ordinal);
        if (text is "Z" or "z" || text.Length < 3) return 0;
        var hours = NumberText.Parse(text[1..3]);
        var minutes = text.Length >= 5 ? NumberText.Parse(text[3..5]) : 0;
        return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
    }
}
