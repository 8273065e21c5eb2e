using System.Globalization;
using System.Text.RegularExpressions;
using Formio.Values;

namespace Formio.Dates;

/// <summary>Reads a date as moment does: ISO 8601 in the given zone (dates without a time too), else as JavaScript's Date.</summary>
internal static partial class MomentDate
{
    /// <summary>Milliseconds since 1970 UTC; NaN for what is no date. Undefined and empty is now when a clock is given.</summary>
    public static double Parse(DataValue value, TimeZoneInfo zone, TimeProvider? clock = null)
    {
        if (value.IsNumber) return ZoneClock.Clip(Math.Truncate(value.AsNumber));
        var isNow = value.IsUndefined || (value.IsContainer && Emptiness.IsEmptyCollection(value));
        if (isNow && clock is not null) return clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (value.AsString is { } text) return Parse(text, zone);
        if (value.AsArray is { Count: > 0 and < 8 } list && list.Items.All(item => item.IsNumber))
            return OfNumbers([.. list.Items.Select(item => Math.Truncate(item.AsNumber))], zone);
        return value.AsObject is { } units && clock is not null ? OfUnits(units, zone, clock) : double.NaN;
    }

    // moment([2026, 0, 31]): months from zero; what is left out is the least.
    private static double OfNumbers(double[] parts, TimeZoneInfo zone)
    {
        return ZoneClock.Instant(parts[0], At(1) + 1, parts.Length > 2 ? parts[2] : 1, At(3), At(4), At(5), At(6), zone);

        double At(int at) => at < parts.Length ? parts[at] : 0;
    }

    // moment({year: 2026, month: 0}): what is left out of the date before the first unit given is today's.
    private static double OfUnits(DataObject units, TimeZoneInfo zone, TimeProvider clock)
    {
        var now = ZoneClock.Utc(ZoneClock.ToWall(clock.GetUtcNow().ToUnixTimeMilliseconds(), zone));
        double?[] parts =
        [
            Unit(units, "year", "years", "y"), Unit(units, "month", "months", "M"),
            Unit(units, "day", "days", "d") ?? Unit(units, "date", "dates", "D"),
            Unit(units, "hour", "hours", "h"), Unit(units, "minute", "minutes", "m"),
            Unit(units, "second", "seconds", "s"), Unit(units, "millisecond", "milliseconds", "ms"),
        ];
        double[] today = [now.Year, now.Month - 1, now.Day];
        for (var i = 0; i < today.Length && parts[i] is null; i++) parts[i] = today[i];
        return ZoneClock.Instant(
            parts[0]!.Value, (parts[1] ?? 0) + 1, parts[2] ?? 1, // the year was given or is today's
            parts[3] ?? 0, parts[4] ?? 0, parts[5] ?? 0, parts[6] ?? 0, zone);
    }

    private static double? Unit(DataObject units, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (units[name].IsTruthy) return JsText.ParseInt(units[name]);
        }

        return null;
    }

    private static double Parse(string text, TimeZoneInfo zone)
    {
        var trimmed = JsText.Trim(text);
        if (WeekOrOrdinal().Match(trimmed) is { Success: true } other) return OfWeekOrOrdinal(other, zone);
        var match = Iso().Match(trimmed);
        if (!match.Success) return DateText.Parse(text, zone);
        var (year, month, day) = (Number(match.Groups[1], 0), Number(match.Groups[2], 1), Number(match.Groups[3], 1));
        var (hour, minute, second) = (Number(match.Groups[4], 0), Number(match.Groups[5], 0), Number(match.Groups[6], 0));
        var fraction = match.Groups[7].Success
            ? Math.Floor(double.Parse("0." + match.Groups[7].Value, CultureInfo.InvariantCulture) * 1000 + 1e-9)
            : 0;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth((int)Math.Clamp(year, 1, 9999), (int)month)
            || hour > 24 || minute > 59 || second > 59)
        {
            return double.NaN;
        }

        var offset = match.Groups[8].Value;
        if (offset.Length == 0) return ZoneClock.Instant(year, month, day, hour, minute, second, fraction, zone);
        var wall = ZoneClock.Wall(year, month, day, hour, minute, second, fraction);
        if (offset == "Z") return ZoneClock.Clip(wall);
        var digits = offset.Replace(":", "", StringComparison.Ordinal);
        var minutes = (double.Parse(digits.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60)
            + (digits.Length > 3 ? double.Parse(digits.AsSpan(3), CultureInfo.InvariantCulture) : 0);
        return ZoneClock.Clip(wall - ((offset[0] == '-' ? -1 : 1) * minutes * 60_000));
    }

    // ISO 8601's 2026-W11, 2026-W11-3 and 2026-074.
    private static double OfWeekOrOrdinal(Match match, TimeZoneInfo zone)
    {
        var year = (int)Number(match.Groups[1], 0);
        if (year is < 1 or > 9998) return double.NaN;
        if (match.Groups[4].Success)
        {
            var ordinal = Number(match.Groups[4], 1);
            return ordinal < 1 || ordinal > (DateTime.IsLeapYear(year) ? 366 : 365)
                ? double.NaN
                : ZoneClock.Instant(year, 1, ordinal, 0, 0, 0, 0, zone);
        }

        var (week, weekday) = ((int)Number(match.Groups[2], 1), (int)Number(match.Groups[3], 1));
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year) || weekday is < 1 or > 7) return double.NaN;
        var day = ISOWeek.ToDateTime(year, week, (DayOfWeek)(weekday % 7));
        return ZoneClock.Instant(day.Year, day.Month, day.Day, 0, 0, 0, 0, zone);
    }

    private static double Number(Group group, double absent) =>
        group.Success ? double.Parse(group.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : absent;

    [GeneratedRegex(@"^(\d{4})-?(?:W(\d\d)(?:-?(\d))?|(\d{3}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex WeekOrOrdinal();

    [GeneratedRegex(
        @"^(\d{4}|[+-]\d{6})(?:-?(\d\d)(?:-?(\d\d))?)?(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?)?(Z|[+-]\d\d(?::?\d\d)?)?\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
