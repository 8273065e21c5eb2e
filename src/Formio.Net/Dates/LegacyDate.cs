using System.Globalization;
using System.Text.RegularExpressions;

namespace Formio.Dates;

/// <summary>
/// The dates V8 reads beyond ISO 8601: <c>3/14/2026</c>, <c>2026/3/14 10:00</c>, <c>Mar 14, 2026</c>,
/// <c>Sat, 14 Mar 2026 10:00:00 GMT</c>.
/// </summary>
internal static partial class LegacyDate
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";

    private const string WeekDays = "sunmontuewedthufrisat";

    public static double Parse(string text, TimeZoneInfo zone)
    {
        var reader = new Reader();
        var withoutComments = Comments().Replace(text, " ");
        foreach (Match token in Tokens().Matches(withoutComments))
        {
            if (!reader.Take(token.Value)) return double.NaN;
        }

        return reader.Finish(zone);
    }

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\d+:\d+(?::\d+(?:\.\d+)?)?|[+-]\d\d:?\d\d(?!\d)(?=\s*$)|\d+|[A-Za-z]+|\S")]
    private static partial Regex Tokens();

    private sealed class Reader
    {
        private readonly List<double> _numbers = [];
        private double _month = double.NaN;
        private double? _time;
        private double? _offset;
        private bool _monthFirst;

        public bool Take(string token)
        {
            if (token.Contains(':', StringComparison.Ordinal) && char.IsAsciiDigit(token[0])) return TakeTime(token);
            if (char.IsAsciiDigit(token[0]))
            {
                _numbers.Add(double.Parse(token, CultureInfo.InvariantCulture));
                return _numbers.Count <= 3;
            }

            if (char.IsAsciiLetter(token[0])) return TakeWord(token.ToLowerInvariant());
            if (token[0] is '+' or '-' && token.Length >= 5) return TakeOffset(token);
            return token is "/" or "-" or "," or ".";
        }

        public double Finish(TimeZoneInfo zone)
        {
            if (!Date(out var year, out var month, out var day)) return double.NaN;
            if (month is < 1 or > 12 || day is < 1 or > 31) return double.NaN;
            var time = _time ?? 0;
            return _offset is { } offset
                ? ZoneClock.Clip(ZoneClock.Wall(year, month, day, 0, 0, 0, time) - offset)
                : ZoneClock.Instant(year, month, day, 0, 0, 0, time, zone);
        }

        private bool Date(out double year, out double month, out double day)
        {
            (year, month, day) = (2001, _month, 1);
            if (!double.IsNaN(_month))
            {
                if (_numbers.Count == 0) return false;
                day = _numbers[0];
                if (_numbers.Count > 1) year = Year(_numbers[1]);
                if (_numbers.Count > 1 && _numbers[0] > 31) (day, year) = (_numbers[1], Year(_numbers[0]));
                else if (_numbers.Count == 1 && _numbers[0] > 31) (day, year) = (1, Year(_numbers[0]));
                return true;
            }

            switch (_numbers.Count)
            {
                case 3 when _numbers[0] > 31:
                    (year, month, day) = (_numbers[0], _numbers[1], _numbers[2]);
                    return true;
                case 3:
                    (month, day, year) = (_numbers[0], _numbers[1], Year(_numbers[2]));
                    return true;
                case 2 when _numbers[0] > 31:
                    (year, month, day) = (_numbers[0], _numbers[1], 1);
                    return true;
                case 2:
                    (month, day) = (_numbers[0], _numbers[1]);
                    return true;
                case 1:
                    if (_time is not null) return false;
                    if (_numbers[0] is >= 1 and <= 12) month = _numbers[0];
                    else if (_numbers[0] is <= 31 and > 12) return false;
                    else (year, month) = (Year(_numbers[0]), 1);
                    return true;
                default:
                    return false;
            }
        }

        private static double Year(double year) => year < 50 ? 2000 + year : year < 100 ? 1900 + year : year;

        private bool TakeTime(string token)
        {
            var parts = token.Split(':').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            var second = parts.Length > 2 ? parts[2] : 0;
            if (parts[0] > 24 || parts[1] > 59 || second >= 60) return false;
            _time = (parts[0] * 3_600_000) + (parts[1] * 60_000) + Math.Floor(second * 1000);
            return true;
        }

        private bool TakeOffset(string token)
        {
            var digits = token.Replace(":", "", StringComparison.Ordinal);
            var minutes = (int.Parse(digits.AsSpan(1, 2), CultureInfo.InvariantCulture) * 60)
                + int.Parse(digits.AsSpan(3), CultureInfo.InvariantCulture);
            _offset = (token[0] == '-' ? -1 : 1) * minutes * 60_000d;
            return true;
        }

        private bool TakeWord(string word)
        {
            if (word is "z" or "gmt" or "utc" or "ut")
            {
                _offset = 0;
                return true;
            }

            if (word is "am" or "pm")
            {
                if (_time is not { } time || time >= 13 * 3_600_000d) return false;
                var half = time >= 12 * 3_600_000d ? time - (12 * 3_600_000d) : time;
                _time = word == "pm" ? half + (12 * 3_600_000d) : half;
                return true;
            }

            if (word == "t") return _numbers.Count > 0;
            if (word.Length < 3) return _numbers.Count == 0 && !_monthFirst;
            var month = Months.IndexOf(word[..3], StringComparison.Ordinal);
            if (month >= 0 && month % 3 == 0)
            {
                _month = (month / 3) + 1;
                _monthFirst = true;
                return true;
            }

            // V8 skips unknown words before the first number.
            var weekDay = WeekDays.IndexOf(word[..3], StringComparison.Ordinal);
            return (weekDay >= 0 && weekDay % 3 == 0) || (_numbers.Count == 0 && _time is null);
        }
    }
}
