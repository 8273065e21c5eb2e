using Formio.Values;

namespace Formio.Dates;

/// <summary>Reads a date as moment does: ISO 8601 in the given zone, else as JavaScript's Date.</summary>
internal static class MomentDate
{
    /// <summary>Milliseconds since 1970 UTC; NaN for what is no date. Undefined is now when a clock is given.</summary>
    public static double Parse(DataValue value, TimeZoneInfo zone, TimeProvider? clock = null)
    {
        if (value.IsNumber) return value.AsNumber;
        if (value.IsUndefined && clock is not null) return clock.GetUtcNow().ToUnixTimeMilliseconds();
        return value.AsString is { } text ? DateText.Parse(text, zone) : double.NaN;
    }
}
