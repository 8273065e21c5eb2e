using System.Globalization;
using System.Text.RegularExpressions;
using Formio.Rules;
using Formio.Values;

namespace Formio.Dates;

/// <summary>Dates as text: dayjs' format tokens, JavaScript's own texts, and the limits in messages.</summary>
internal static partial class DateFormat
{
    /// <summary>Date.prototype.toUTCString.</summary>
    public static string Utc(double instant) =>
        ZoneClock.Utc(instant).ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    /// <summary>Date.prototype.toString.</summary>
    public static string Local(double instant, TimeZoneInfo zone)
    {
        var wall = ZoneClock.Utc(ZoneClock.ToWall(instant, zone));
        var offset = Write(instant, "ZZ", zone);
        return wall.ToString("ddd MMM dd yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture)
            + $"{offset} ({ZoneNames.Long(zone, instant)})";
    }

    /// <summary>A limit as the message prints it: in the zone the person's browser reported, with its abbreviation.</summary>
    public static string Limit(double instant, in RuleInput input)
    {
        var format = DataPath.Get(input.Component.Json, "widget.format");
        var text = FromPicker(format.IsTruthy ? format.ToString() : "yyyy-MM-dd hh:mm a");
        var zone = ZoneNames.Find(input.Pass.Context.Metadata?["timezone"]?.ToString()) ?? input.Pass.Context.TimeZone;
        return Write(instant, text, zone) + " " + ZoneNames.Short(zone, instant);
    }

    /// <summary>dayjs(instant).tz(zone).format(format).</summary>
    public static string Write(double instant, string format, TimeZoneInfo zone)
    {
        var wall = ZoneClock.Utc(ZoneClock.ToWall(instant, zone));
        return Tokens().Replace(format, match => Token(match.Value, wall, instant, zone));
    }

    // The picker writes yyyy, dd, EEE, a where dayjs has YYYY, DD, ddd, A.
    private static string FromPicker(string format) => format
        .Replace('y', 'Y').Replace('d', 'D').Replace('E', 'd').Replace('a', 'A').Replace('U', 'X');

    private static string Token(string token, DateTime wall, double instant, TimeZoneInfo zone)
    {
        var culture = CultureInfo.InvariantCulture;
        var half = wall.Hour % 12 == 0 ? 12 : wall.Hour % 12;
        switch (token)
        {
            case "YYYY": return wall.Year.ToString("D4", culture);
            case "YY": return (wall.Year % 100).ToString("D2", culture);
            case "MMMM" or "MMM" or "dddd" or "ddd": return wall.ToString(token, culture);
            case "MM": return wall.Month.ToString("D2", culture);
            case "M": return wall.Month.ToString(culture);
            case "DD": return wall.Day.ToString("D2", culture);
            case "D": return wall.Day.ToString(culture);
            case "Do": return Ordinal(wall.Day);
            case "dd": return wall.ToString("ddd", culture)[..2];
            case "d": return ((int)wall.DayOfWeek).ToString(culture);
            case "HH": return wall.Hour.ToString("D2", culture);
            case "H": return wall.Hour.ToString(culture);
            case "hh": return half.ToString("D2", culture);
            case "h": return half.ToString(culture);
            case "mm": return wall.Minute.ToString("D2", culture);
            case "m": return wall.Minute.ToString(culture);
            case "ss": return wall.Second.ToString("D2", culture);
            case "s": return wall.Second.ToString(culture);
            case "SSS": return wall.Millisecond.ToString("D3", culture);
            case "A": return wall.Hour < 12 ? "AM" : "PM";
            case "a": return wall.Hour < 12 ? "am" : "pm";
            case "Q": return ((wall.Month + 2) / 3).ToString(culture);
            case "X": return Math.Floor(instant / 1000).ToString(culture);
            case "x": return instant.ToString(culture);
            case "z": return ZoneNames.Short(zone, instant);
            case "Z" or "ZZ": return Offset(ZoneClock.OffsetAt(instant, zone), token == "Z" ? ":" : "");
            default: return token.Trim('[', ']');
        }
    }

    private static string Offset(TimeSpan offset, string separator) =>
        (offset < TimeSpan.Zero ? "-" : "+")
        + Math.Abs(offset.Hours).ToString("D2", CultureInfo.InvariantCulture) + separator
        + Math.Abs(offset.Minutes).ToString("D2", CultureInfo.InvariantCulture);

    private static string Ordinal(int day) => day.ToString(CultureInfo.InvariantCulture)
        + (day % 100 is >= 11 and <= 13 ? "th" : (day % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    [GeneratedRegex(@"\[[^\]]*\]|Y{4}|YY|M{1,4}|Do|D{1,2}|d{1,4}|H{1,2}|h{1,2}|A|a|m{1,2}|s{1,2}|SSS|Q|X|x|ZZ?|z")]
    private static partial Regex Tokens();
}
