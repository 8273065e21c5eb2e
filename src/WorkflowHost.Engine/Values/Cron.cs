using System.Globalization;

namespace WorkflowHost.Engine.Values;

/// <summary>
/// Cron expressions as Cronos reads them: five fields, or six with seconds first; lists, ranges, steps, names, <c>?</c>,
/// <c>L</c> for the last day of the month. UTC.
/// </summary>
internal sealed class Cron
{
    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly ulong _seconds;
    private readonly ulong _minutes;
    private readonly ulong _hours;
    private readonly ulong _days;
    private readonly ulong _months;
    private readonly ulong _weekdays;
    private readonly bool _lastDay;

    private Cron(ulong seconds, ulong minutes, ulong hours, ulong days, ulong months, ulong weekdays, bool lastDay)
    {
        (_seconds, _minutes, _hours, _days, _months, _weekdays) = (seconds, minutes, hours, days, months, weekdays);
        _lastDay = lastDay;
    }

    public static bool TryParse(string? text, out Cron cron)
    {
        cron = null!; // only read when true is returned
        var fields = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (fields.Length is not (5 or 6))
            return false;
        var at = fields.Length - 5;
        var lastDay = fields[at + 2] is "L" or "l";
        if (!Field(at == 1 ? fields[0] : "0", 0, 59, [], out var seconds)
            || !Field(fields[at], 0, 59, [], out var minutes)
            || !Field(fields[at + 1], 0, 23, [], out var hours)
            || !Field(lastDay ? "*" : fields[at + 2], 1, 31, [], out var days)
            || !Field(fields[at + 3], 1, 12, MonthNames, out var months)
            || !Field(fields[at + 4], 0, 7, DayNames, out var weekdays))
            return false;
        if ((weekdays & (1UL << 7)) != 0)
            weekdays |= 1;
        cron = new Cron(seconds, minutes, hours, days, months, weekdays, lastDay);
        return true;
    }

    /// <summary>The next occurrence strictly after a time; null when there is none within eight years.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var start = after.UtcDateTime.AddTicks(1);
        var day = start.Date;
        for (var count = 0; count < 366 * 8; count++, day = day.AddDays(1))
            if (IsDay(day) && TimeOn(day, start) is { } time)
                return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
        return null;
    }

    private bool IsDay(DateTime day) =>
        Has(_months, day.Month)
        && (_lastDay ? day.AddDays(1).Day == 1 : Has(_days, day.Day))
        && Has(_weekdays, (int)day.DayOfWeek);

    private DateTime? TimeOn(DateTime day, DateTime start)
    {
        for (var hour = 0; hour < 24; hour++)
        {
            if (!Has(_hours, hour) || day.AddHours(hour + 1) <= start)
                continue;
            for (var minute = 0; minute < 60; minute++)
            {
                if (!Has(_minutes, minute) || day.AddHours(hour).AddMinutes(minute + 1) <= start)
                    continue;
                for (var second = 0; second < 60; second++)
                    if (Has(_seconds, second) && day.AddHours(hour).AddMinutes(minute).AddSeconds(second) is var time && time >= start)
                        return time;
            }
        }
        return null;
    }

    private static bool Has(ulong set, int value) => (set & (1UL << value)) != 0;

    private static bool Field(string text, int lowest, int highest, string[] names, out ulong set)
    {
        set = 0;
        foreach (var part in text.Split(','))
        {
            if (!Part(part, lowest, highest, names, ref set))
                return false;
        }
        return set != 0;
    }

    private static bool Part(string part, int lowest, int highest, string[] names, ref ulong set)
    {
        var step = 1;
        var slash = part.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && (!int.TryParse(part[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0))
            return false;
        var range = slash >= 0 ? part[..slash] : part;
        int from, to;
        if (range is "*" or "?")
        {
            (from, to) = (lowest, names == DayNames ? 6 : highest);
        }
        else
        {
            var ends = range.Split('-');
            if (ends.Length > 2 || !Value(ends[0], lowest, names, out from))
                return false;
            to = slash >= 0 && ends.Length == 1 ? highest : from;
            if (ends.Length == 2 && !Value(ends[1], lowest, names, out to))
                return false;
        }
        if (from < lowest || to > highest || from > to)
            return false;
        for (var value = from; value <= to; value += step)
            set |= 1UL << value;
        return true;
    }

    private static bool Value(string text, int lowest, string[] names, out int value)
    {
        var name = Array.FindIndex(names, candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (name >= 0)
        {
            value = name + lowest;
            return true;
        }
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
