using System.Globalization;

namespace WorkflowHost.Replay;

/// <summary>Moments as scenarios write them: a date, a local date-time, or a date-time with offset.</summary>
internal static class ScenarioTime
{
    public static DateTimeOffset Read(string text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var read))
            throw new ScenarioException($"'{text}' is not a date");
        // AdjustToUniversal turns only texts with an offset into UTC; the others are wall-clock time of the scenario.
        return read.Kind == DateTimeKind.Utc
            ? new DateTimeOffset(read)
            : new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(read, zone));
    }
}
