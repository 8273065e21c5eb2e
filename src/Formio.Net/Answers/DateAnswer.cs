using System.Globalization;
using System.Text.Json.Nodes;

namespace Formio.Answers;

/// <summary>Days, moments and times of day within the limits a component states.</summary>
internal static class DateAnswer
{
    // What limits are written as scripts we do not read: each further try looks at another stretch of time.
    private static readonly (int From, int To)[] Stretches = [(-30, 0), (0, 30), (31, 365), (-7300, -31), (366, 3650)];

    public static string Day(JsonObject component, AnswerDice dice, DateOnly today, int attempt)
    {
        var (from, to) = Range(component, today) ?? (today.AddDays(-25_000), today.AddDays(-1));
        if (attempt > 1)
            (from, to) = Stretch(today, attempt);
        from = Later(from, Limit(component, today, "minDate"), First(component, "minYear"));
        to = Earlier(to, Limit(component, today, "maxDate"), Last(component, "maxYear"));
        var day = from.AddDays((int)dice.Between(0, Math.Max(0, to.DayNumber - from.DayNumber)));
        var parts = new List<string>();
        var dayText = AnswerSetting.Is(component, "fields", "day", "hide") ? null : day.Day.ToString("00", CultureInfo.InvariantCulture);
        var monthText = AnswerSetting.Is(component, "fields", "month", "hide") ? null : day.Month.ToString("00", CultureInfo.InvariantCulture);
        string?[] order = AnswerSetting.Is(component, "dayFirst") ? [dayText, monthText] : [monthText, dayText];
        parts.AddRange(order.OfType<string>());
        if (!AnswerSetting.Is(component, "fields", "year", "hide"))
            parts.Add(day.Year.ToString("0000", CultureInfo.InvariantCulture));
        return string.Join('/', parts);
    }

    public static string Moment(JsonObject component, AnswerDice dice, DateOnly today, TimeZoneInfo zone, int attempt)
    {
        var (from, to) = Range(component, today) ?? Stretch(today, attempt);
        from = Later(from, Limit(component, today, "widget", "minDate") ?? Limit(component, today, "datePicker", "minDate"), null);
        to = Earlier(to, Limit(component, today, "widget", "maxDate") ?? Limit(component, today, "datePicker", "maxDate"), null);
        var day = from.AddDays((int)dice.Between(0, Math.Max(0, to.DayNumber - from.DayNumber)));
        var hasTime = component["enableTime"] is null || AnswerSetting.Is(component, "enableTime");
        var local = day.ToDateTime(hasTime ? new TimeOnly((int)dice.Between(8, 18), (int)dice.Between(0, 59)) : TimeOnly.MinValue);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    public static string Time(JsonObject component, AnswerDice dice)
    {
        var time = new TimeOnly((int)dice.Between(0, 23), (int)dice.Between(0, 59), 0);
        var format = (AnswerSetting.Text(component, "dataFormat") ?? "HH:mm:ss").Replace("A", "tt", StringComparison.Ordinal).Replace("a", "tt", StringComparison.Ordinal);
        return time.ToString(format, CultureInfo.InvariantCulture);
    }

    // Samples like "-40y..-18y", "0d..14d" or "2021-12-01..2022-01-31".
    private static (DateOnly From, DateOnly To)? Range(JsonObject component, DateOnly today)
    {
        if (AnswerSetting.Samples(component) is not [{ } sample, ..])
            return null;
        var ends = sample.Split("..");
        return Read(ends[0], today) is { } from && Read(ends[^1], today) is { } to ? (from, to) : null;
    }

    private static DateOnly? Read(string text, DateOnly today)
    {
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            switch (text[^1])
            {
                case 'd':
                    return today.AddDays(count);
                case 'm':
                    return today.AddMonths(count);
                case 'y':
                    return today.AddYears(count);
            }
        }

        return DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    private static (DateOnly From, DateOnly To) Stretch(DateOnly today, int attempt)
    {
        var (from, to) = Stretches[attempt % Stretches.Length];
        return (today.AddDays(from), today.AddDays(to));
    }

    private static DateOnly? Limit(JsonObject component, DateOnly today, params ReadOnlySpan<string> path) =>
        AnswerSetting.Text(component, path) is { } text ? Read(text.Length > 10 && text[4] == '-' ? text[..10] : text, today) : null;

    private static DateOnly? First(JsonObject component, string name) =>
        Year(component, name) is { } year ? new DateOnly(year, 1, 1) : null;

    private static DateOnly? Last(JsonObject component, string name) =>
        Year(component, name) is { } year ? new DateOnly(year, 12, 31) : null;

    private static int? Year(JsonObject component, string name) =>
        (AnswerSetting.Whole(component, name) ?? AnswerSetting.Whole(component, "fields", "year", name)) is { } year and > 0 and < 9999 ? year : null;

    private static DateOnly Later(DateOnly day, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
            day = other > day ? other.Value : day;
        return day;
    }

    private static DateOnly Earlier(DateOnly day, params ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
            day = other < day ? other.Value : day;
        return day;
    }
}
