using System.Globalization;
using System.Text.RegularExpressions;

namespace Formio.Dates;

/// <summary>dayjs(text): year-first numbers are local time, everything else is JavaScript's Date.</summary>
internal static partial class DayjsDate
{
    /// <summary>Milliseconds since 1970 UTC; NaN for what is no date.</summary>
    public static double Parse(string text, TimeZoneInfo zone)
    {
        if (text.EndsWith("Z", StringComparison.OrdinalIgnoreCase)) return DateText.Parse(text, zone);
        var match = YearFirst().Match(text);
        if (!match.Success) return DateText.Parse(text, zone);
        var fraction = match.Groups[7].Success ? match.Groups[7].Value : "0";
        return ZoneClock.Instant(
            Number(match.Groups[1], 0),
            Number(match.Groups[2], 1),
            Math.Max(1, Number(match.Groups[3], 1)),
            Number(match.Groups[4], 0),
            Number(match.Groups[5], 0),
            Number(match.Groups[6], 0),
            double.Parse(fraction.AsSpan(0, Math.Min(3, fraction.Length)), CultureInfo.InvariantCulture),
            zone);
    }

    private static double Number(Group group, double absent) =>
        group.Success && group.Length > 0 ? double.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : absent;

    [GeneratedRegex(
        @"^(\d{4})[-/]?(\d{1,2})?[-/]?(\d{0,2})[Tt\s]*(\d{1,2})?:?(\d{1,2})?:?(\d{1,2})?[.:]?(\d+)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();
}
