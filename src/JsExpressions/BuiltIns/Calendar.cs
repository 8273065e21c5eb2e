namespace JsExpressions.BuiltIns;

/// <summary>The proleptic Gregorian calendar in milliseconds since 1970 (ECMAScript 21.4.1); months from 0.</summary>
internal static class Calendar
{
    public const double MsPerDay = 86400000;

    /// <summary>Year, month, day of month, weekday (0 = Sunday) of a finite time.</summary>
    public static (int Year, int Month, int Day, int Weekday) Date(double time)
    {
        var days = (long)Math.Floor(time / MsPerDay);
        var weekday = (int)(((days + 4) % 7 + 7) % 7);
        // Civil from days, era by era of 400 years from 1 March of year 0.
        var shifted = days + 719468;
        var era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        var ofEra = shifted - era * 146097;
        var yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
        var dayOfYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var part = (5 * dayOfYear + 2) / 153;
        var day = (int)(dayOfYear - (153 * part + 2) / 5 + 1);
        var month = (int)(part < 10 ? part + 2 : part - 10);
        var year = (int)(yearOfEra + era * 400 + (month <= 1 ? 1 : 0));
        return (year, month, day, weekday);
    }

    public static (int Hour, int Minute, int Second, int Millisecond) TimeOfDay(double time)
    {
        var ms = (long)(time - Math.Floor(time / MsPerDay) * MsPerDay);
        return ((int)(ms / 3600000), (int)(ms / 60000 % 60), (int)(ms / 1000 % 60), (int)(ms % 1000));
    }

    /// <summary>MakeDay: the day number of a year, month and day, each of which may overflow; NaN when out of reach.</summary>
    public static double Day(double year, double month, double day)
    {
        if (!double.IsFinite(year) || !double.IsFinite(month) || !double.IsFinite(day)) return double.NaN;
        year = Math.Truncate(year) + Math.Floor(Math.Truncate(month) / 12);
        month = (Math.Truncate(month) % 12 + 12) % 12;
        if (Math.Abs(year) > 400000) return double.NaN;
        var y = (long)year - (month <= 1 ? 1 : 0);
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - era * 400;
        var m = (long)month;
        var dayOfYear = (153 * (m > 1 ? m - 2 : m + 10) + 2) / 5;
        var ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146097 + ofEra - 719468 + Math.Truncate(day) - 1;
    }

    public static double Time(double hour, double minute, double second, double millisecond)
    {
        if (!double.IsFinite(hour) || !double.IsFinite(minute) || !double.IsFinite(second) || !double.IsFinite(millisecond)) return double.NaN;
        return Math.Truncate(hour) * 3600000 + Math.Truncate(minute) * 60000 + Math.Truncate(second) * 1000 + Math.Truncate(millisecond);
    }

    public static double Join(double day, double time) => day * MsPerDay + time;
}
