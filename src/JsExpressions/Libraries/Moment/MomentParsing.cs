using System.Globalization;
using System.Text.RegularExpressions;
using JsExpressions.BuiltIns;
using Calendar = JsExpressions.BuiltIns.Calendar;

namespace JsExpressions.Libraries.Moment;

/// <summary>Texts read by a format. Follows moment's configFromStringAndFormat: forgiving unless strict.</summary>
internal sealed partial class MomentParsing
{
    private readonly int?[] _fields = new int?[7];
    private string _rest;
    private bool _empty = true;
    private bool _invalid;
    private bool? _afternoon;
    private bool _bigHour;
    private double? _offset;
    private double? _instant;
    private int? _dayOfYear;
    private int? _isoWeek;
    private int? _isoWeekday;
    private int? _isoYear;
    private int? _week;
    private int? _weekYear;
    private int? _weekday;
    private int _skipped;
    private int _unused;

    private MomentParsing(string text) => _rest = text;

    /// <summary>How badly the text fits, for choosing among several formats.</summary>
    public double Score => _rest.Length + _skipped + 10.0 * _unused;

    public double Time { get; private set; } = double.NaN;

    public double? Offset => _offset;

    public static MomentParsing Parse(JsRun run, string text, string format, bool strict, bool utc)
    {
        run.Budget.Steps(format.Length + text.Length / 8);
        var parsing = new MomentParsing(text);
        if (text.Length > 1000 || format.Length > 1000) return parsing;
        foreach (Match match in MomentFormat.Token().Matches(MomentFormat.Expand(format))) parsing.Read(match.Value, strict);
        parsing.Time = parsing.Finish(run, strict, utc);
        return parsing;
    }

    private void Read(string token, bool strict)
    {
        var literal = token[0] == '[' && token[^1] == ']' && token.Length > 1 ? token[1..^1] : token[0] == '\\' ? token[1..] : null;
        var pattern = literal is null ? Pattern(token, strict) : null;
        var match = Match(pattern ?? Regex.Escape(literal ?? token));
        if (match is null)
        {
            if (pattern is not null || strict) _unused++;
            return;
        }
        _skipped += match.Value.Index;
        _rest = _rest[(match.Value.Index + match.Value.Text.Length)..];
        if (pattern is null) return;
        _empty = false;
        Take(token, match.Value.Text);
    }

    private (int Index, string Text)? Match(string pattern)
    {
        var match = Regex.Match(_rest, pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromMilliseconds(100));
        return match is { Success: true, Length: > 0 } ? (match.Index, match.Value) : null;
    }

    /// <summary>What a token reads; null when it is no token but text.</summary>
    private static string? Pattern(string token, bool strict) => token switch
    {
        "YYYY" or "gggg" or "GGGG" => strict ? "[0-9]{4}" : "[+-]?[0-9]{1,4}",
        "YY" or "gg" or "GG" => strict ? "[0-9]{2}" : "[0-9][0-9]?",
        "Y" or "y" => "[+-]?[0-9]+",
        "YYYYY" or "YYYYYY" => "[+-]?[0-9]{1,6}",
        "M" or "D" or "H" or "h" or "k" or "m" or "s" or "w" or "W" => "[0-9][0-9]?",
        "MM" or "DD" or "HH" or "hh" or "kk" or "mm" or "ss" or "ww" or "WW" => strict ? "[0-9]{2}" : "[0-9][0-9]?",
        "Mo" or "Do" or "wo" or "Wo" or "Qo" => "[0-9]{1,2}(?:th|st|nd|rd)?",
        "MMM" => strict ? "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec" : "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
        "MMMM" => strict ? "January|February|March|April|May|June|July|August|September|October|November|December" : "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec",
        "DDD" or "DDDo" => "[0-9]{1,3}",
        "DDDD" => strict ? "[0-9]{3}" : "[0-9]{1,3}",
        "d" or "e" or "E" or "Q" => "[0-9]",
        "dd" or "ddd" or "dddd" => "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sun|Mon|Tue|Wed|Thu|Fri|Sat|Su|Mo|Tu|We|Th|Fr|Sa",
        "a" or "A" => @"[ap]\.?m?\.?",
        "hmm" or "Hmm" => "[0-9]{3,4}",
        "hmmss" or "Hmmss" => "[0-9]{5,6}",
        "Z" or "ZZ" => "Z|[+-][0-9]{2}:?[0-9]{2}",
        "X" => @"[+-]?[0-9]+(?:\.[0-9]{1,3})?",
        "x" => "[+-]?[0-9]+",
        "z" or "zz" => null,
        _ when token[0] == 'S' => strict ? $"[0-9]{{{token.Length.ToString(CultureInfo.InvariantCulture)}}}" : token.Length <= 3 ? "[0-9]{1,3}" : "[0-9]+",
        _ => null,
    };

    private void Take(string token, string text)
    {
        var digits = new string(text.TakeWhile(c => char.IsAsciiDigit(c) || c is '+' or '-').ToArray());
        _ = int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        switch (token)
        {
            case "YYYY": _fields[0] = text.Length == 2 ? TwoDigit(number) : number; break;
            case "YY": _fields[0] = TwoDigit(number); break;
            case "Y" or "y" or "YYYYY" or "YYYYYY": _fields[0] = number; break;
            case "Q" or "Qo": _fields[1] = (number - 1) * 3; break;
            case "M" or "MM" or "Mo": _fields[1] = number - 1; break;
            case "MMM" or "MMMM": _fields[1] = Array.FindIndex(MomentFormat.Months, name => name.StartsWith(text[..3], StringComparison.OrdinalIgnoreCase)); break;
            case "D" or "DD" or "Do": _fields[2] = number; break;
            case "DDD" or "DDDD" or "DDDo": _dayOfYear = number; break;
            case "H" or "HH": _fields[3] = number; break;
            case "k" or "kk": _fields[3] = number == 24 ? 0 : number; break;
            case "h" or "hh": (_fields[3], _bigHour) = (number, true); break;
            case "hmm" or "Hmm" or "hmmss" or "Hmmss": TakeTime(token, digits); break;
            case "m" or "mm": _fields[4] = number; break;
            case "s" or "ss": _fields[5] = number; break;
            case "a" or "A": _afternoon = text[0] is 'p' or 'P'; break;
            case "Z" or "ZZ": _offset = MomentIso.OffsetOf(text); break;
            case "X": _instant = double.Parse(text, CultureInfo.InvariantCulture) * 1000; break;
            case "x": _instant = double.Parse(text, CultureInfo.InvariantCulture); break;
            case "E": _isoWeekday = number; break;
            case "W" or "WW" or "Wo": _isoWeek = number; break;
            case "GGGG": _isoYear = number; break;
            case "GG": _isoYear = TwoDigit(number); break;
            case "w" or "ww" or "wo": _week = number; break;
            case "gggg": _weekYear = number; break;
            case "gg": _weekYear = TwoDigit(number); break;
            case "d" or "e": _weekday = number; break;
            case "dd" or "ddd" or "dddd": _weekday = Array.FindIndex(MomentFormat.Days, name => name.StartsWith(text[..2], StringComparison.OrdinalIgnoreCase)); break;
            case ['S', ..]: _fields[6] = (int)Math.Truncate(double.Parse("0." + digits, CultureInfo.InvariantCulture) * 1000 + 1e-9); break;
        }
    }

    private void TakeTime(string token, string digits)
    {
        var tail = token.Length == 3 ? 2 : 4;
        _fields[3] = int.Parse(digits[..^tail], CultureInfo.InvariantCulture);
        _fields[4] = int.Parse(digits.AsSpan(digits.Length - tail, 2), CultureInfo.InvariantCulture);
        if (tail == 4) _fields[5] = int.Parse(digits[^2..], CultureInfo.InvariantCulture);
        _bigHour = token[0] == 'h';
    }

    private static int TwoDigit(int year) => year + (year > 68 ? 1900 : 2000);

    private double Finish(JsRun run, bool strict, bool utc)
    {
        if (strict && (_rest.Length + _skipped > 0 || _unused > 0)) return double.NaN;
        if (_empty) return double.NaN;
        if (_instant is { } instant) return instant;
        if (_bigHour && _fields[3] is > 12 && strict) return double.NaN;
        if (_afternoon is { } pm && _fields[3] is { } hour)
        {
            if (pm && hour < 12) _fields[3] = hour + 12;
            if (!pm && hour == 12) _fields[3] = 0;
        }
        else if (_afternoon is not null && _fields[3] is null)
        {
            _invalid |= _fields[0] is null && _fields[1] is null && _fields[2] is null;
        }
        var day = Day(run, utc);
        var (h, m, s, ms) = (_fields[3] ?? 0, _fields[4] ?? 0, _fields[5] ?? 0, _fields[6] ?? 0);
        if (_invalid || h > 24 || (h == 24 && m + s + ms > 0) || m > 59 || s > 59) return double.NaN;
        var local = Calendar.Join(day, Calendar.Time(h, m, s, ms));
        if (_offset is { } minutes) return local - minutes * 60000;
        return utc ? local : LocalTime.ToUtc(run.Zone, local);
    }

    /// <summary>The day number; fields above the first given one are today's, those below the first of theirs.</summary>
    private double Day(JsRun run, bool utc)
    {
        var now = DateBuiltIns.Now(run);
        var today = new MomentFields(utc ? now : LocalTime.FromUtc(run.Zone, now));
        if (_fields[1] is null && _fields[2] is null)
        {
            if (_isoWeek is not null || _isoYear is not null || _isoWeekday is not null)
                return WeekDay(_isoYear ?? _fields[0] ?? today.IsoWeek.Year, _isoWeek ?? 1, _isoWeekday ?? 1, 1, 4);
            if (_week is not null || _weekYear is not null)
                return WeekDay(_weekYear ?? _fields[0] ?? today.Week.Year, _week ?? 1, _weekday ?? 0, 0, 6);
            if (_weekday is { } weekday && _fields[0] is null)
                return Math.Floor(today.Local / Calendar.MsPerDay) - today.Weekday + weekday;
        }
        if (_dayOfYear is { } number)
        {
            var inYear = _fields[0] ?? today.Year;
            _invalid |= number == 0 || number > (MomentFields.IsLeap(inYear) ? 366 : 365);
            return Calendar.Day(inYear, 0, number);
        }
        var given = _fields[0] is not null ? 0 : _fields[1] is not null ? 1 : _fields[2] is not null ? 2 : 3;
        var year = _fields[0] ?? today.Year;
        var month = _fields[1] ?? (given > 1 ? today.Month : 0);
        var day = _fields[2] ?? (given > 2 ? today.Day : 1);
        _invalid |= month is < 0 or > 11 || day < 1 || day > MomentFields.DaysInMonth(year, Math.Clamp(month, 0, 11));
        var result = Calendar.Day(year, month, day);
        if (_weekday is { } wanted && !_invalid && (int)(((result + 4) % 7 + 7) % 7) != wanted) _invalid = true;
        return result;
    }

    private double WeekDay(int year, int week, int weekday, int startsOn, int firstHolds)
    {
        var start = MomentFields.WeekStart(year, startsOn, firstHolds);
        var weeks = (MomentFields.WeekStart(year + 1, startsOn, firstHolds) - start) / 7;
        _invalid |= week < 1 || week > weeks || (startsOn == 1 ? weekday is < 1 or > 7 : weekday is < 0 or > 6);
        return start + (week - 1) * 7 + (startsOn == 1 ? weekday - 1 : weekday);
    }
}
