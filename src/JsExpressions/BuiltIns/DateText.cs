using System.Globalization;

namespace JsExpressions.BuiltIns;

/// <summary>Dates as text.</summary>
internal static class DateText
{
    /// <summary>toISOString of a valid time.</summary>
    public static string Iso(double time)
    {
        var (year, month, day, _) = Calendar.Date(time);
        var (hour, minute, second, millisecond) = Calendar.TimeOfDay(time);
        var years = year is >= 0 and <= 9999 ? year.ToString("0000", CultureInfo.InvariantCulture)
            : (year < 0 ? "-" : "+") + Math.Abs(year).ToString("000000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{years}-{month + 1:00}-{day:00}T{hour:00}:{minute:00}:{second:00}.{millisecond:000}Z");
    }
}
