using System.Globalization;
using System.Text.RegularExpressions;

namespace JsExpressions.BuiltIns;

/// <summary>Date.parse: ECMAScript's format, then what browsers read besides (after V8's legacy parser).</summary>
internal static partial class DateParsing
{
    public static double Parse(TimeZoneInfo zone, string text)
    {
        if (text.Length > 200) return double.NaN;
        var match = IsoFormat().Match(text);
        return match.Success ? Iso(zone, match) : Legacy(zone, text);
    }

    [GeneratedRegex(@"^([+-][0-9]{6}|[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,}))?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsoFormat();

    private static double Iso(TimeZoneInfo zone, Match match)
    {
        if (match.Groups[1].Value == "-000000") return double.NaN;
        var year = Number(match, 1, 0);
        var month = Number(match, 2, 1);
        var day = Number(match, 3, 1);
        var hour = Number(match, 4, 0);
        var minute = Number(match, 5, 0);
        var second = Number(match, 6, 0);
        var fraction = match.Groups[7].Success ? Math.Floor(double.Parse("0." + match.Groups[7].Value, CultureInfo.InvariantCulture) * 1000 + 1e-9) : 0;
        if (month is < 1 or > 12 || day is < 1 or > 31 || minute > 59 || second > 59) return double.NaN;
        if (hour > 23 && !(hour == 24 && minute == 0 && second == 0 && fraction == 0)) return double.NaN;
        var local = Calendar.Join(Calendar.Day(year, month - 1, day), Calendar.Time(hour, minute, second, fraction));
        var offset = match.Groups[8].Value;
        // A date alone is UTC, a date with time is local.
        if (offset.Length == 0) return Clip(match.Groups[4].Success ? LocalTime.ToUtc(zone, local) : local);
        if (offset == "Z") return Clip(local);
        var hours = int.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture);
        var minutes = int.Parse(offset.AsSpan(4, 2), CultureInfo.InvariantCulture);
        if (hours > 23 || minutes > 59) return double.NaN;
        return Clip(local - (offset[0] == '-' ? -1 : 1) * (hours * 60 + minutes) * 60000.0);
    }

    private static double Number(Match match, int group, double missing) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : missing;

    private static double Clip(double time) => JsDate.Clip(time);

    [GeneratedRegex(@"\G(?:(?<number>[0-9]+)|(?<word>[A-Za-z]+\.?)|(?<group>\([^()]*\))|(?<sign>[-+:/.,])|(?<blank>\s+)|(?<other>.))", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Token();

    /// <summary>Numbers, names of months, am/pm and zones in nearly any order.</summary>
    private static double Legacy(TimeZoneInfo zone, string text)
    {
        var day = new List<int>();
        var time = new List<double>();
        int? month = null;
        double? offset = null;
        bool? afternoon = null;
        var first = true;
        var position = 0;
        var tokens = Token().Matches(text).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var next = i + 1 < tokens.Count ? tokens[i + 1].Value : "";
            if (token.Groups["number"].Success)
            {
                if (token.Length > 9) return double.NaN;
                var value = int.Parse(token.ValueSpan, CultureInfo.InvariantCulture);
                var previous = i > 0 ? tokens[i - 1].Value : "";
                if (previous is "+" or "-" && (time.Count > 0 || offset is not null) && (offset is null or 0))
                {
                    var (hours, minutes) = token.Length > 2 ? (value / 100, value % 100) : (value, 0);
                    if (next == ":" && i + 2 < tokens.Count && int.TryParse(tokens[i + 2].Value, CultureInfo.InvariantCulture, out minutes)) i += 2;
                    offset = (previous == "-" ? -1 : 1) * (hours * 60 + minutes);
                }
                else if (next == ":" || (previous == ":" && time.Count is > 0 and < 3)) time.Add(value);
                else if (previous == "." && time.Count == 3) time.Add(Math.Floor(double.Parse("0." + token.Value, CultureInfo.InvariantCulture) * 1000 + 1e-9));
                else if (previous == "-" && i > 1 && day.Count == 0 && month is null) return double.NaN;
                else day.Add(value);
                first = false;
            }
            else if (token.Groups["word"].Success)
            {
                var word = token.Value.ToUpperInvariant().TrimEnd('.');
                var prefix = word.Length >= 3 ? word[..3] : word;
                var named = Array.FindIndex(DateText.Months, name => name.Equals(prefix, StringComparison.OrdinalIgnoreCase));
                if (word is "AM" or "PM" && time.Count > 0) afternoon = word == "PM";
                else if (named >= 0) month = named;
                else if (word is "Z" or "UTC" or "GMT" or "UT") offset ??= 0;
                else if (word == "T" && day.Count > 0) { }
                else if (Zones.TryGetValue(word, out var hours)) offset = hours * 60;
                else if (!first && !Array.Exists(DateText.Days, name => name.Equals(prefix, StringComparison.OrdinalIgnoreCase))) return double.NaN;
            }
            else if (token.Groups["other"].Success)
            {
                return double.NaN;
            }
            position = token.Index + token.Length;
        }
        return position == text.Length ? Assemble(zone, day, month, time, afternoon, offset) : double.NaN;
    }

    private static readonly Dictionary<string, int> Zones = new()
    {
        ["EST"] = -5, ["EDT"] = -4, ["CST"] = -6, ["CDT"] = -5, ["MST"] = -7, ["MDT"] = -6, ["PST"] = -8, ["PDT"] = -7,
    };

    private static double Assemble(TimeZoneInfo zone, List<int> day, int? month, List<double> time, bool? afternoon, double? offset)
    {
        if (day.Count is 0 or > 3 || (month is not null && day.Count > 2)) return double.NaN;
        var count = day.Count;
        // As V8: missing numbers are 1.
        while (day.Count < 3) day.Add(1);
        int year, dayOfMonth, named;
        if (month is { } name)
        {
            // "15 March 2026", "March 15, 2026", "2026 March 15"
            named = name;
            (dayOfMonth, year) = day[0] is 0 or > 31 ? (day[1], day[0]) : (day[0], day[1]);
        }
        else
        {
            (year, named, dayOfMonth) = day[0] is 0 or > 31 ? (day[0], day[1] - 1, day[2]) : (day[2], day[0] - 1, day[1]);
        }
        if (count == 1 && month is null && time.Count > 0) return double.NaN;
        if (year is >= 0 and < 50) year += 2000;
        else if (year is >= 50 and < 100) year += 1900;
        if (named is < 0 or > 11 || dayOfMonth is < 1 or > 31) return double.NaN;
        while (time.Count < 4) time.Add(0);
        if (afternoon is { } pm)
        {
            if (time[0] is < 1 or > 12) return double.NaN;
            time[0] = time[0] % 12 + (pm ? 12 : 0);
        }
        if (time[1] > 59 || time[2] > 59 || time[0] > 24 || (time[0] == 24 && time[1] + time[2] + time[3] > 0)) return double.NaN;
        var local = Calendar.Join(Calendar.Day(year, named, dayOfMonth), Calendar.Time(time[0], time[1], time[2], time[3]));
        return Clip(offset is { } minutes ? local - minutes * 60000 : LocalTime.ToUtc(zone, local));
    }
}
