using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace JsExpressions.Libraries.Moment;

/// <summary>format() with moment's tokens, in English.</summary>
internal static partial class MomentFormat
{
    public static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12];
    public static readonly string[] Days = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;

    private static readonly Dictionary<string, string> Long = new()
    {
        ["LTS"] = "h:mm:ss A", ["LT"] = "h:mm A", ["LLLL"] = "dddd, MMMM D, YYYY h:mm A", ["LLL"] = "MMMM D, YYYY h:mm A", ["LL"] = "MMMM D, YYYY",
        ["L"] = "MM/DD/YYYY", ["llll"] = "ddd, MMM D, YYYY h:mm A", ["lll"] = "MMM D, YYYY h:mm A", ["ll"] = "MMM D, YYYY", ["l"] = "M/D/YYYY",
    };

    public static string Format(JsRun run, JsMoment moment, string format)
    {
        if (!moment.IsValid) return "Invalid date";
        run.Budget.Steps(format.Length / 4);
        var result = new StringBuilder();
        var fields = new MomentFields(moment.Local(run));
        foreach (Match match in Token().Matches(Expand(format)))
        {
            var token = match.Value;
            if (token[0] == '[' && token[^1] == ']' && token.Length > 1) result.Append(token, 1, token.Length - 2);
            else if (token[0] == '\\') result.Append(token, 1, token.Length - 1);
            else result.Append(Write(run, moment, fields, token));
        }
        run.Budget.Text(result.Length);
        return result.ToString();
    }

    /// <summary>Replaces L, LT and the like by what they stand for.</summary>
    public static string Expand(string format)
    {
        for (var i = 0; i < 5 && LongToken().IsMatch(format); i++)
            format = LongToken().Replace(format, match => Long.GetValueOrDefault(match.Value, match.Value));
        return format;
    }

    public static string Ordinal(int number)
    {
        var suffix = number % 100 / 10 == 1 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return number.ToString(CultureInfo.InvariantCulture) + suffix;
    }

    [GeneratedRegex(@"(\[[^\[]*\])|(\\)?([Hh]mm(ss)?|Mo|MM?M?M?|Do|DDDo|DD?D?D?|ddd?d?|do?|w[o|w]?|W[o|W]?|Qo?|N{1,5}|YYYYYY|YYYYY|YYYY|YY|y{2,4}|yo?|gg(ggg?)?|GG(GGG?)?|e|E|a|A|hh?|HH?|kk?|mm?|ss?|S{1,9}|x|X|zz?|ZZ?|.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    public static partial Regex Token();

    [GeneratedRegex(@"(\[[^\[]*\])|(\\)?(LTS|LT|LL?L?L?|l{1,4})", RegexOptions.CultureInvariant)]
    private static partial Regex LongToken();

    private static string Write(JsRun run, JsMoment moment, MomentFields f, string token) => token switch
    {
        "YYYY" => Year(f.Year, 4),
        "YY" => Pad(((f.Year % 100) + 100) % 100, 2),
        "Y" or "y" => f.Year <= 9999 ? Year(f.Year, 4) : "+" + Pad(f.Year, 1),
        "YYYYY" => Year(f.Year, 5),
        "YYYYYY" => (f.Year < 0 ? "-" : "+") + Pad(Math.Abs(f.Year), 6),
        "Q" => Pad(f.Quarter, 1),
        "Qo" => Ordinal(f.Quarter),
        "M" => Pad(f.Month + 1, 1),
        "MM" => Pad(f.Month + 1, 2),
        "MMM" => Months[f.Month][..3],
        "MMMM" => Months[f.Month],
        "Mo" => Ordinal(f.Month + 1),
        "D" => Pad(f.Day, 1),
        "DD" => Pad(f.Day, 2),
        "Do" => Ordinal(f.Day),
        "DDD" => Pad(f.DayOfYear, 1),
        "DDDD" => Pad(f.DayOfYear, 3),
        "DDDo" => Ordinal(f.DayOfYear),
        "d" or "e" => Pad(f.Weekday, 1),
        "do" => Ordinal(f.Weekday),
        "dd" => Days[f.Weekday][..2],
        "ddd" => Days[f.Weekday][..3],
        "dddd" => Days[f.Weekday],
        "E" => Pad(f.IsoWeekday, 1),
        "w" => Pad(f.Week.Week, 1),
        "ww" => Pad(f.Week.Week, 2),
        "wo" => Ordinal(f.Week.Week),
        "W" => Pad(f.IsoWeek.Week, 1),
        "WW" => Pad(f.IsoWeek.Week, 2),
        "Wo" => Ordinal(f.IsoWeek.Week),
        "gg" => Pad(f.Week.Year % 100, 2),
        "gggg" => Pad(f.Week.Year, 4),
        "GG" => Pad(f.IsoWeek.Year % 100, 2),
        "GGGG" => Pad(f.IsoWeek.Year, 4),
        "H" => Pad(f.Hour, 1),
        "HH" => Pad(f.Hour, 2),
        "h" => Pad((f.Hour + 11) % 12 + 1, 1),
        "hh" => Pad((f.Hour + 11) % 12 + 1, 2),
        "k" => Pad(f.Hour == 0 ? 24 : f.Hour, 1),
        "kk" => Pad(f.Hour == 0 ? 24 : f.Hour, 2),
        "hmm" => Pad((f.Hour + 11) % 12 + 1, 1) + Pad(f.Minute, 2),
        "hmmss" => Pad((f.Hour + 11) % 12 + 1, 1) + Pad(f.Minute, 2) + Pad(f.Second, 2),
        "Hmm" => Pad(f.Hour, 1) + Pad(f.Minute, 2),
        "Hmmss" => Pad(f.Hour, 1) + Pad(f.Minute, 2) + Pad(f.Second, 2),
        "m" => Pad(f.Minute, 1),
        "mm" => Pad(f.Minute, 2),
        "s" => Pad(f.Second, 1),
        "ss" => Pad(f.Second, 2),
        "a" => f.Hour < 12 ? "am" : "pm",
        "A" => f.Hour < 12 ? "AM" : "PM",
        "Z" => Offset(moment.Offset(run), ":"),
        "ZZ" => Offset(moment.Offset(run), ""),
        "z" or "zz" => moment.IsUtc && moment.FixedOffset == 0 ? token == "z" ? "UTC" : "Coordinated Universal Time" : "",
        "X" => Math.Floor(moment.Time / 1000).ToString(CultureInfo.InvariantCulture),
        "x" => moment.Time.ToString(CultureInfo.InvariantCulture),
        _ when token[0] == 'S' => Fraction(f.Millisecond, token.Length),
        _ when token[0] == 'N' => token.Length == 4 ? f.Year > 0 ? "Anno Domini" : "Before Christ" : f.Year > 0 ? "AD" : "BC",
        _ => token,
    };

    private static string Fraction(int millisecond, int digits) =>
        Pad(millisecond, 3).PadRight(9, '0')[..digits];

    private static string Pad(int value, int width) =>
        value < 0 ? "-" + Pad(-value, width) : value.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');

    private static string Year(int year, int width) => year > 9999 && width == 4 ? "+" + Pad(year, width) : Pad(year, width);

    private static string Offset(double minutes, string separator)
    {
        var whole = (int)Math.Abs(minutes);
        return $"{(minutes < 0 ? '-' : '+')}{Pad(whole / 60, 2)}{separator}{Pad(whole % 60, 2)}";
    }
}
