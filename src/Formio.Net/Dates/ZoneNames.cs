using System.Collections.Frozen;
using System.Globalization;

namespace Formio.Dates;

/// <summary>Zone abbreviations as browsers print them in English: PST, EDT, else GMT+3.</summary>
internal static class ZoneNames
{
    // The zones for which English (US) has abbreviations: standard, summer.
    private static readonly FrozenDictionary<string, (string Letters, string Name)> American = new[]
    {
        ("E", "Eastern", "America/New_York America/Detroit America/Toronto America/Nassau America/Cancun America/Jamaica "
            + "America/Panama America/Indiana/Indianapolis America/Kentucky/Louisville America/Port-au-Prince"),
        ("C", "Central", "America/Chicago America/Mexico_City America/Monterrey America/Merida America/Matamoros "
            + "America/Winnipeg America/Regina America/Costa_Rica America/Guatemala America/El_Salvador "
            + "America/Tegucigalpa America/Managua America/Belize America/Chihuahua America/Bahia_Banderas"),
        ("M", "Mountain", "America/Denver America/Phoenix America/Edmonton America/Boise America/Ciudad_Juarez America/Ojinaga"),
        ("P", "Pacific", "America/Los_Angeles America/Tijuana America/Vancouver"),
    }.SelectMany(zone => zone.Item3.Split(' ').Select(id => (id, zone.Item1, zone.Item2)))
        .ToFrozenDictionary(zone => zone.id, zone => (zone.Item2, zone.Item3), StringComparer.Ordinal);

    /// <summary>Null for an unknown or absent id.</summary>
    public static TimeZoneInfo? Find(string? id) =>
        !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public static string Short(TimeZoneInfo zone, double instant)
    {
        if (IsUtc(zone)) return "UTC";
        var utc = ZoneClock.Utc(instant);
        if (American.TryGetValue(zone.Id, out var name)) return name.Letters + (zone.IsDaylightSavingTime(utc) ? "DT" : "ST");
        var offset = zone.GetUtcOffset(utc);
        if (offset == TimeSpan.Zero) return "GMT";
        var minutes = offset.Minutes == 0 ? "" : ":" + Math.Abs(offset.Minutes).ToString("D2", CultureInfo.InvariantCulture);
        return $"GMT{(offset < TimeSpan.Zero ? "-" : "+")}{Math.Abs(offset.Hours)}{minutes}";
    }

    public static string Long(TimeZoneInfo zone, double instant)
    {
        if (IsUtc(zone)) return "Coordinated Universal Time";
        if (!American.TryGetValue(zone.Id, out var name)) return Short(zone, instant);
        return $"{name.Name} {(zone.IsDaylightSavingTime(ZoneClock.Utc(instant)) ? "Daylight" : "Standard")} Time";
    }

    private static bool IsUtc(TimeZoneInfo zone) => zone.Id is "UTC" or "Etc/UTC" or "Etc/GMT";
}
