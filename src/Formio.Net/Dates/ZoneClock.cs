namespace Formio.Dates;

/// <summary>Local wall time of a zone ↔ instants, as JavaScript's local Date does it. Milliseconds since 1970.</summary>
internal static class ZoneClock
{
    public const double DayLength = 86_400_000;

    // What JavaScript's Date can hold; beyond it every date is invalid.
    private const double Farthest = 8.64e15;

    /// <summary>The instant of a local wall time; overflowing parts roll over (month 13 is January of the next year).</summary>
    public static double Instant(
        double year, double month, double day, double hour, double minute, double second, double millisecond, TimeZoneInfo zone)
    {
        var local = Wall(year, month, day, hour, minute, second, millisecond);
        return Clip(local - Offset(local, zone));
    }

    /// <summary>The same parts read as UTC.</summary>
    public static double Wall(
        double year, double month, double day, double hour, double minute, double second, double millisecond) =>
        (Days(year, month, day) * DayLength) + (hour * 3_600_000) + (minute * 60_000) + (second * 1000) + millisecond;

    public static double Clip(double instant) => Math.Abs(instant) <= Farthest ? instant : double.NaN;

    /// <summary>Wall time of an instant, as milliseconds of a clock that knows no zones.</summary>
    public static double ToWall(double instant, TimeZoneInfo zone) =>
        instant + zone.GetUtcOffset(Utc(instant)).TotalMilliseconds;

    public static TimeSpan OffsetAt(double instant, TimeZoneInfo zone) => zone.GetUtcOffset(Utc(instant));

    public static DateTime Utc(double instant) =>
        DateTime.UnixEpoch.AddMilliseconds(Math.Clamp(instant, -62_135_596_800_000, 253_402_300_799_999));

    private static double Offset(double wall, TimeZoneInfo zone)
    {
        var local = DateTime.SpecifyKind(Utc(wall), DateTimeKind.Unspecified);
        // In the gap of spring JavaScript takes the offset before it, in autumn the earlier instant: the larger offset.
        if (zone.IsInvalidTime(local)) return zone.GetUtcOffset(local.AddHours(-3)).TotalMilliseconds;
        return zone.IsAmbiguousTime(local)
            ? zone.GetAmbiguousTimeOffsets(local).Max().TotalMilliseconds
            : zone.GetUtcOffset(local).TotalMilliseconds;
    }

    // Days since 1970 of a proleptic Gregorian date, any year, month from 1.
    private static double Days(double year, double month, double day)
    {
        var months = month - 1;
        year += Math.Floor(months / 12);
        months -= Math.Floor(months / 12) * 12;
        var y = months < 2 ? year - 1 : year;
        var era = Math.Floor(y / 400);
        var yearOfEra = y - (era * 400);
        var monthFromMarch = (months + 10) % 12;
        var dayOfYear = Math.Floor(((153 * monthFromMarch) + 2) / 5);
        var dayOfEra = (yearOfEra * 365) + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + dayOfYear;
        return (era * 146_097) + dayOfEra - 719_468 + day - 1;
    }
}
