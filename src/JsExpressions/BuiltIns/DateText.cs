using System.Globalization;

namespace JsExpressions.BuiltIns;

/// <summary>Dates as text, in the forms ECMAScript fixes.</summary>
internal static class DateText
{
    public static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    public static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>toISOString of a valid time.</summary>
    public static string Iso(double time)
    {
        var (year, month, day, _) = Calendar.Date(time);
        var (hour, minute, second, millisecond) = Calendar.TimeOfDay(time);
        var years = year is >= 0 and <= 9999 ? year.ToString("0000", CultureInfo.InvariantCulture)
            : (year < 0 ? "-" : "+") + Math.Abs(year).ToString("000000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{years}-{month + 1:00}-{day:00}T{hour:00}:{minute:00}:{second:00}.{millisecond:000}Z");
    }

    /// <summary>toString: Sun Mar 15 2026 03:00:00 GMT-0700 (Pacific Daylight Time).</summary>
    public static string Full(TimeZoneInfo zone, double time) => $"{Date(LocalTime.FromUtc(zone, time))} {Time(zone, time)}";

    /// <summary>The date of a local time.</summary>
    public static string Date(double local)
    {
        var (year, month, day, weekday) = Calendar.Date(local);
        return string.Create(CultureInfo.InvariantCulture, $"{Days[weekday]} {Months[month]} {day:00} {Year(year)}");
    }

    public static string Time(TimeZoneInfo zone, double time)
    {
        var (hour, minute, second, _) = Calendar.TimeOfDay(LocalTime.FromUtc(zone, time));
        var offset = (int)(LocalTime.Offset(zone, time) / 60000);
        var sign = offset < 0 ? '-' : '+';
        offset = Math.Abs(offset);
        return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}:{second:00} GMT{sign}{offset / 60:00}{offset % 60:00} ({ZoneName(zone, time)})");
    }

    public static string Utc(double time)
    {
        var (year, month, day, weekday) = Calendar.Date(time);
        var (hour, minute, second, _) = Calendar.TimeOfDay(time);
        return string.Create(CultureInfo.InvariantCulture, $"{Days[weekday]}, {day:00} {Months[month]} {Year(year)} {hour:00}:{minute:00}:{second:00} GMT");
    }

    // .NET's own names depend on the language of the server's process.
    private static string ZoneName(TimeZoneInfo zone, double time) =>
        ReferenceEquals(zone, TimeZoneInfo.Utc) || zone.Id is "UTC" or "Etc/UTC" ? "Coordinated Universal Time"
        : LocalTime.IsDaylight(zone, time) ? zone.DaylightName : zone.StandardName;

    private static string Year(int year) =>
        year < 0 ? "-" + (-year).ToString("000000", CultureInfo.InvariantCulture) : year.ToString("0000", CultureInfo.InvariantCulture);
}
