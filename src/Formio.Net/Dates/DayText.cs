using System.Globalization;
using System.Text.RegularExpressions;
using Formio.Forms;
using Formio.Values;

namespace Formio.Dates;

/// <summary>The text of a day component as a date.</summary>
internal static partial class DayText
{
    /// <summary>Whether day, month or year is unknown (00, 0000).</summary>
    public static bool IsPartial(CompiledComponent component, string text)
    {
        var parts = text.Split('/');
        var (day, month) = component.Json["dayFirst"].IsTruthy ? (0, 1) : (1, 0);
        return At(parts, day) == "00" || At(parts, month) == "00" || At(parts, 2) == "0000";
    }

    /// <summary>
    /// Local midnight as the rules read a day (dayjs): two digits, two digits, four digits, wherever they stand; what is
    /// too large flows over. NaN when one of them is missing.
    /// </summary>
    public static double ForRules(CompiledComponent component, string text, TimeZoneInfo zone, TimeProvider clock)
    {
        var start = 0;
        var (first, second, year) = (Next(2), Next(2), Next(4));
        if (double.IsNaN(first + second + year)) return double.NaN;
        var (day, month) = component.Json["dayFirst"].IsTruthy ? (first, second) : (second, first);
        var now = ZoneClock.Utc(ZoneClock.ToWall(clock.GetUtcNow().ToUnixTimeMilliseconds(), zone));
        if (day == 0) day = year == 0 && month == 0 ? now.Day : 1;
        if (month == 0) month = year != 0 ? 1 : now.Month;
        if (year is > 0 and < 100) year += 1900;
        return ZoneClock.Instant(year == 0 ? now.Year : year, month, day, 0, 0, 0, 0, zone);

        // dayjs steps over one separator each, and takes what it read out of the text.
        double Next(int digits)
        {
            var match = digits == 2 ? TwoDigits().Match(text, Math.Min(start, text.Length)) : FourDigits().Match(text, Math.Min(start, text.Length));
            if (!match.Success) return double.NaN;
            var at = text.IndexOf(match.Value, StringComparison.Ordinal);
            text = text.Remove(at, match.Length);
            start++;
            return Number(match.Value);
        }
    }

    /// <summary>
    /// Local midnight as conditions read a day (moment): three numbers in order, the last may be missing. NaN for what is
    /// no day of the calendar.
    /// </summary>
    public static double ForConditions(CompiledComponent component, string text, TimeZoneInfo zone, TimeProvider clock)
    {
        var match = ThreeNumbers().Match(text);
        if (!match.Success) return double.NaN;
        var isDayFirst = component.Json["dayFirst"].IsTruthy;
        var (first, second) = (Number(match.Groups[1].Value), match.Groups[2].Success ? Number(match.Groups[2].Value) : double.NaN);
        var (day, month) = isDayFirst ? (first, second) : (double.IsNaN(second) ? 1 : second, first);
        var now = ZoneClock.Utc(ZoneClock.ToWall(clock.GetUtcNow().ToUnixTimeMilliseconds(), zone));
        if (double.IsNaN(month)) month = now.Month;
        var year = match.Groups[3].Success ? Number(match.Groups[3].Value) : now.Year;
        if (match.Groups[3].Length == 2) year += year > 68 ? 1900 : 2000;
        var isPossible = month is >= 1 and <= 12 && day >= 1
            && day <= DateTime.DaysInMonth((int)Math.Clamp(year, 1, 9999), (int)month);
        return isPossible ? ZoneClock.Instant(year, month, day, 0, 0, 0, 0, zone) : double.NaN;
    }

    /// <summary>The format in which limits are printed: only the parts that show.</summary>
    public static string Format(CompiledComponent component)
    {
        var shown = new List<string>();
        var isDayFirst = component.Json["dayFirst"].IsTruthy;
        if (isDayFirst && Shows("day")) shown.Add("D");
        if (Shows("month")) shown.Add("M");
        if (!isDayFirst && Shows("day")) shown.Add("D");
        if (Shows("year")) shown.Add("YYYY");
        return string.Join('/', shown);

        bool Shows(string part) => !DataPath.Get(component.Json, $"fields.{part}.hide").IsTruthy;
    }

    private static string At(string[] parts, int at) => at < parts.Length ? parts[at] : "";

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex("[0-9]{2}", RegexOptions.CultureInvariant)]
    private static partial Regex TwoDigits();

    [GeneratedRegex("[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex("^[^0-9]*([0-9]{1,2})(?:[^0-9]*([0-9]{1,2})(?:[^0-9]*([0-9]{1,4}))?)?", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeNumbers();
}
