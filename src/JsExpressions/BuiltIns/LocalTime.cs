namespace JsExpressions.BuiltIns;

/// <summary>Local time of a zone, in ECMAScript's milliseconds.</summary>
internal static class LocalTime
{
    private const double MsPerDay = Calendar.MsPerDay;

    // What TimeZoneInfo can answer for; years beyond use one of its own with the same calendar.
    private const double Earliest = -62135596800000 + 2 * MsPerDay;
    private const double Latest = 253402300799999 - 2 * MsPerDay;
    private const double MsPer400Years = 146097 * MsPerDay;

    /// <summary>Offset from UTC in milliseconds at an instant.</summary>
    public static double Offset(TimeZoneInfo zone, double utc)
    {
        if (ReferenceEquals(zone, TimeZoneInfo.Utc)) return 0;
        return zone.GetUtcOffset(At(utc)).TotalMilliseconds;
    }

    public static bool IsDaylight(TimeZoneInfo zone, double utc) => zone.IsDaylightSavingTime(At(utc));

    public static double FromUtc(TimeZoneInfo zone, double utc) => utc + Offset(zone, utc);

    /// <summary>
    /// The instant of a local time: the first of two when clocks were set back, and by the earlier offset when they
    /// jumped over it (ECMAScript 21.4.1.26).
    /// </summary>
    public static double ToUtc(TimeZoneInfo zone, double local)
    {
        if (!double.IsFinite(local) || Math.Abs(local) > 8.64e15 + MsPerDay) return double.NaN;
        if (ReferenceEquals(zone, TimeZoneInfo.Utc)) return local;
        var before = Offset(zone, local - MsPerDay);
        if (Offset(zone, local - before) == before) return local - before;
        var after = Offset(zone, local + MsPerDay);
        return Offset(zone, local - after) == after ? local - after : local - before;
    }

    private static DateTimeOffset At(double utc)
    {
        if (utc < Earliest) utc += Math.Ceiling((Earliest - utc) / MsPer400Years) * MsPer400Years;
        if (utc > Latest) utc -= Math.Ceiling((utc - Latest) / MsPer400Years) * MsPer400Years;
        return DateTimeOffset.FromUnixTimeMilliseconds((long)utc);
    }
}
