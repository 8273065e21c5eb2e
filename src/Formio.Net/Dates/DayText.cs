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

    /// <summary>Local midnight of the day; NaN when the text has not three numbers.</summary>
    public static double Parse(CompiledComponent component, string text, TimeZoneInfo zone)
    {
        var match = ThreeNumbers().Match(text);
        if (!match.Success) return double.NaN;
        var (first, second, year) = (Number(match, 1), Number(match, 2), Number(match, 3));
        var (day, month) = component.Json["dayFirst"].IsTruthy ? (first, second) : (second, first);
        return ZoneClock.Instant(year, month == 0 ? 1 : month, day == 0 ? 1 : day, 0, 0, 0, 0, zone);
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

    private static double Number(Match match, int group) =>
        double.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d\d?).(\d\d?).(\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeNumbers();
}
