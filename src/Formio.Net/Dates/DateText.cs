using System.Globalization;

namespace Formio.Dates;

/// <summary>JavaScript's Date.parse: milliseconds since 1970 UTC, NaN for what is no date.</summary>
internal static class DateText
{
    public static double Parse(string text, TimeZoneInfo zone)
    {
        var isUtc = text.Length == 10 || text.EndsWith('Z');
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
            return double.NaN;
        if (!isUtc) date = date - zone.GetUtcOffset(date);
        return (date - DateTime.UnixEpoch).TotalMilliseconds;
    }
}
