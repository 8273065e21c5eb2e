using System.Globalization;
using System.Text;

namespace WorkflowHost.Engine.Liquid;

/// <summary>The <c>date</c> filter: instants, texts that hold one, and the words now and today, written by a strftime pattern.</summary>
internal static class LiquidDates
{
    /// <summary>What cannot be read as a time stays as it is.</summary>
    public static object? Format(object? input, string pattern, LiquidScope scope)
    {
        if (Instant(input, scope) is not { } time)
            return input;
        if (pattern.Length == 0)
            return input;
        var text = new StringBuilder();
        for (var index = 0; index < pattern.Length; index++)
        {
            if (pattern[index] != '%' || index + 1 >= pattern.Length)
            {
                text.Append(pattern[index]);
                continue;
            }
            var bare = pattern[++index] is '-' or '^' or '_' && index + 1 < pattern.Length ? pattern[index++] : '\0';
            var part = Part(pattern[index], time, scope.Culture);
            text.Append(bare switch
            {
                '-' => part.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0",
                '^' => part.ToUpper(scope.Culture),
                _ => part,
            });
        }
        return text.ToString();
    }

    public static DateTimeOffset? Instant(object? input, LiquidScope scope) => input switch
    {
        DateTimeOffset time => time,
        decimal seconds when seconds is > -62135596800m and < 253402300800m => DateTimeOffset.FromUnixTimeSeconds((long)seconds),
        string or LiquidMarkup => Read(input.ToString() ?? "", scope),
        _ => null,
    };

    private static DateTimeOffset? Read(string text, LiquidScope scope)
    {
        if (text is "now" or "today")
            return TimeZoneInfo.ConvertTime(scope.Now, scope.Zone);
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local))
            return null;
        return local.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(local, scope.Zone.GetUtcOffset(local))
            : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string Part(char letter, DateTimeOffset time, CultureInfo culture) => letter switch
    {
        'Y' => time.ToString("yyyy", culture),
        'y' => time.ToString("yy", culture),
        'C' => (time.Year / 100).ToString("00", culture),
        'm' => time.ToString("MM", culture),
        'd' => time.ToString("dd", culture),
        'e' => time.Day.ToString(culture).PadLeft(2),
        'j' => time.DayOfYear.ToString("000", culture),
        'H' => time.ToString("HH", culture),
        'k' => time.Hour.ToString(culture).PadLeft(2),
        'I' => time.ToString("hh", culture),
        'l' => time.ToString("%h", culture).PadLeft(2),
        'M' => time.ToString("mm", culture),
        'S' => time.ToString("ss", culture),
        'L' => time.ToString("fff", culture),
        'N' => time.ToString("fffffff", culture) + "00",
        'p' => time.Hour < 12 ? "AM" : "PM",
        'P' => time.Hour < 12 ? "am" : "pm",
        'b' or 'h' => time.ToString("MMM", culture),
        'B' => time.ToString("MMMM", culture),
        'a' => time.ToString("ddd", culture),
        'A' => time.ToString("dddd", culture),
        'u' => (time.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)time.DayOfWeek).ToString(culture),
        'w' => ((int)time.DayOfWeek).ToString(culture),
        'z' => time.ToString("zzz", culture).Replace(":", "", StringComparison.Ordinal),
        'Z' => time.ToString("zzz", culture),
        's' => time.ToUnixTimeSeconds().ToString(culture),
        'F' => time.ToString("yyyy-MM-dd", culture),
        'D' or 'x' => time.ToString("MM/dd/yy", culture),
        'T' or 'X' => time.ToString("HH:mm:ss", culture),
        'R' => time.ToString("HH:mm", culture),
        'r' => time.ToString("hh:mm:ss ", culture) + (time.Hour < 12 ? "AM" : "PM"),
        'c' => time.ToString("ddd MMM dd HH:mm:ss yyyy", culture),
        'n' => "\n",
        't' => "\t",
        '%' => "%",
        _ => "%" + letter,
    };
}
