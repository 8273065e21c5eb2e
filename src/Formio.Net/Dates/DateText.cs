using System.Globalization;
using System.Text.RegularExpressions;

namespace Formio.Dates;

/// <summary>JavaScript's Date.parse: milliseconds since 1970 UTC, NaN for what is no date.</summary>
internal static partial class DateText
{
    public static double Parse(string text, TimeZoneInfo zone)
    {
        var match = Iso().Match(text);
        var instant = match.Success ? ReadIso(match, zone) : double.NaN;

        // JavaScript reads more than ISO 8601 allows, such as 30 February.
        return double.IsNaN(instant) ? LegacyDate.Parse(text, zone) : instant;
    }

    private static double ReadIso(Match match, TimeZoneInfo zone)
    {
        if (match.Groups[1].Value == "-000000") return double.NaN;
        var (year, month, day) = (Number(match.Groups[1], 0), Number(match.Groups[2], 1), Number(match.Groups[3], 1));
        var (hour, minute, second) = (Number(match.Groups[4], 0), Number(match.Groups[5], 0), Number(match.Groups[6], 0));
        var fraction = match.Groups[7].Success
            ? Math.Floor(double.Parse("0." + match.Groups[7].Value, CultureInfo.InvariantCulture) * 1000 + 1e-9)
            : 0;
        var isPossible = month is >= 1 and <= 12 && day >= 1 && day <= DaysInMonth(year, month)
            && (hour < 24 || (hour == 24 && minute == 0 && second == 0 && fraction == 0)) && minute < 60 && second < 60;
        if (!isPossible) return double.NaN;
        var wall = ZoneClock.Wall(year, month, day, hour, minute, second, fraction);
        if (!match.Groups[4].Success) return ZoneClock.Clip(wall);
        var offset = match.Groups[8].Value;
        if (offset.Length == 0) return ZoneClock.Instant(year, month, day, hour, minute, second, fraction, zone);
        if (offset is "Z" or "z") return ZoneClock.Clip(wall);
        var sign = offset[0] == '-' ? -1 : 1;
        var minutes = (double.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60)
            + double.Parse(offset.AsSpan(offset.Length - 2), CultureInfo.InvariantCulture);
        return ZoneClock.Clip(wall - (sign * minutes * 60_000));
    }

    private static double DaysInMonth(double year, double month) =>
        month is 4 or 6 or 9 or 11 ? 30
        : month != 2 ? 31
        : year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;

    private static double Number(Group group, double absent) =>
        group.Success ? double.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : absent;

    [GeneratedRegex(
        @"^(\d{4}|[+-]\d{6})(?:-(\d\d)(?:-(\d\d))?)?(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(Z|[+-]\d\d:\d\d)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Iso();
}
