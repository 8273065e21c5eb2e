using System.Collections.Frozen;
using System.Globalization;

namespace Formio.Dates;

/// <summary>
/// Zones as browsers print them in English: short (PST, EDT, else GMT+3) and long, the latter from zone-names.txt
/// (standard|summer|zones), which Node 20 was asked for.
/// </summary>
internal static class ZoneNames
{
    private static readonly Lazy<FrozenDictionary<string, (string Standard, string Summer)>> LongNames = new(ReadLongNames);

    // The zones for which English (US) has abbreviations: standard, summer.
    private static readonly FrozenDictionary<string, string> American = new[]
    {
        ("E", "America/New_York America/Detroit America/Toronto America/Nassau America/Cancun America/Jamaica "
            + "America/Panama America/Indiana/Indianapolis America/Kentucky/Louisville America/Port-au-Prince"),
        ("C", "America/Chicago America/Mexico_City America/Monterrey America/Merida America/Matamoros "
            + "America/Winnipeg America/Regina America/Costa_Rica America/Guatemala America/El_Salvador "
            + "America/Tegucigalpa America/Managua America/Belize America/Chihuahua America/Bahia_Banderas"),
        ("M", "America/Denver America/Phoenix America/Edmonton America/Boise America/Ciudad_Juarez America/Ojinaga"),
        ("P", "America/Los_Angeles America/Tijuana America/Vancouver"),
    }.SelectMany(zone => zone.Item2.Split(' ').Select(id => (id, zone.Item1)))
        .ToFrozenDictionary(zone => zone.id, zone => zone.Item2, StringComparer.Ordinal);

    /// <summary>Null for an unknown or absent id.</summary>
    public static TimeZoneInfo? Find(string? id) =>
        !string.IsNullOrEmpty(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : null;

    public static string Short(TimeZoneInfo zone, double instant)
    {
        if (IsUtc(zone)) return "UTC";
        var utc = ZoneClock.Utc(instant);
        if (American.TryGetValue(zone.Id, out var letter)) return letter + (zone.IsDaylightSavingTime(utc) ? "DT" : "ST");
        var offset = zone.GetUtcOffset(utc);
        if (offset == TimeSpan.Zero) return "GMT";
        var minutes = offset.Minutes == 0 ? "" : ":" + Math.Abs(offset.Minutes).ToString("D2", CultureInfo.InvariantCulture);
        return $"GMT{(offset < TimeSpan.Zero ? "-" : "+")}{Math.Abs(offset.Hours)}{minutes}";
    }

    public static string Long(TimeZoneInfo zone, double instant)
    {
        if (IsUtc(zone)) return "Coordinated Universal Time";
        if (!LongNames.Value.TryGetValue(zone.Id, out var name)) return Short(zone, instant);
        return name.Summer.Length > 0 && zone.IsDaylightSavingTime(ZoneClock.Utc(instant)) ? name.Summer : name.Standard;
    }

    private static FrozenDictionary<string, (string Standard, string Summer)> ReadLongNames()
    {
        using var stream = typeof(ZoneNames).Assembly.GetManifestResourceStream("Formio.Dates.zone-names.txt")
            ?? throw new InvalidOperationException("zone-names.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        var names = new Dictionary<string, (string, string)>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('|');
            foreach (var id in parts[2].Split(' ')) names[id] = (parts[0], parts[1]);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static bool IsUtc(TimeZoneInfo zone) => zone.Id is "UTC" or "Etc/UTC" or "Etc/GMT";
}
