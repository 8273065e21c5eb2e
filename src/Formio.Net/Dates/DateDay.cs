namespace Formio.Dates;

/// <summary>The day around an instant, in a zone.</summary>
internal static class DateDay
{
    /// <summary>Local midnight.</summary>
    public static double Start(double instant, TimeZoneInfo zone)
    {
        var wall = ZoneClock.ToWall(instant, zone);
        var days = Math.Floor(wall / ZoneClock.DayLength);
        return ZoneClock.Instant(1970, 1, 1 + days, 0, 0, 0, 0, zone);
    }

    /// <summary>The last millisecond before the next local midnight.</summary>
    public static double End(double instant, TimeZoneInfo zone)
    {
        var wall = ZoneClock.ToWall(instant, zone);
        var days = Math.Floor(wall / ZoneClock.DayLength);
        return ZoneClock.Instant(1970, 1, 1 + days, 23, 59, 59, 999, zone);
    }
}
