using System.Globalization;
using System.Text;

namespace Formio.Dates;

/// <summary>dayjs' strict reading and writing of clock times for the formats forms use: H, HH, h, hh, m, mm, s, ss, A, a.</summary>
internal static class TimeText
{
    /// <summary>Null unless the text is exactly what writing the time would give.</summary>
    public static TimeSpan? Read(string text, string format)
    {
        int hour = 0, minute = 0, second = 0;
        bool? isAfternoon = null;
        var at = 0;
        for (var i = 0; i < format.Length;)
        {
            var token = Token(format, i);
            i += token.Length;
            switch (token)
            {
                case "H" or "HH" or "h" or "hh":
                    if (!Digits(text, ref at, out hour)) return null;
                    break;
                case "m" or "mm":
                    if (!Digits(text, ref at, out minute)) return null;
                    break;
                case "s" or "ss":
                    if (!Digits(text, ref at, out second)) return null;
                    break;
                case "A" or "a":
                    if (at + 2 > text.Length) return null;
                    isAfternoon = text[at..(at + 2)].Equals("pm", StringComparison.OrdinalIgnoreCase);
                    at += 2;
                    break;
                default:
                    if (at >= text.Length) return null;
                    at++;
                    break;
            }
        }

        if (isAfternoon == true && hour < 12) hour += 12;
        if (isAfternoon == false && hour == 12) hour = 0;
        if (hour > 23 || minute > 59 || second > 59) return null;
        var time = new TimeSpan(hour, minute, second);
        return Write(time, format) == text ? time : null;
    }

    public static string Write(TimeSpan time, string format)
    {
        var text = new StringBuilder();
        for (var i = 0; i < format.Length;)
        {
            var token = Token(format, i);
            i += token.Length;
            var half = time.Hours % 12 == 0 ? 12 : time.Hours % 12;
            text.Append(token switch
            {
                "H" => Number(time.Hours, 1),
                "HH" => Number(time.Hours, 2),
                "h" => Number(half, 1),
                "hh" => Number(half, 2),
                "m" => Number(time.Minutes, 1),
                "mm" => Number(time.Minutes, 2),
                "s" => Number(time.Seconds, 1),
                "ss" => Number(time.Seconds, 2),
                "A" => time.Hours < 12 ? "AM" : "PM",
                "a" => time.Hours < 12 ? "am" : "pm",
                _ => token,
            });
        }

        return text.ToString();
    }

    private static string Number(int value, int digits) => value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static string Token(string format, int at)
    {
        if (!"Hhms".Contains(format[at], StringComparison.Ordinal)) return format[at].ToString();
        return at + 1 < format.Length && format[at + 1] == format[at] ? format.Substring(at, 2) : format[at].ToString();
    }

    private static bool Digits(string text, ref int at, out int number)
    {
        var start = at;
        while (at < text.Length && at - start < 2 && char.IsAsciiDigit(text[at])) at++;
        return int.TryParse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
