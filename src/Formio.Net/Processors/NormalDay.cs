using Formio.Forms;
using Formio.Values;

namespace Formio.Processors;

/// <summary>A day whose hidden parts were left out gets them from the default value.</summary>
internal static class NormalDay
{
    public static DataValue Of(CompiledComponent component, DataValue value)
    {
        if (value.AsString is not { Length: > 0 } text || IsFull(text)) return value;
        var fields = component.Json["fields"];
        var showsDay = !DataPath.Get(fields, "day.hide").IsTruthy;
        var showsMonth = !DataPath.Get(fields, "month.hide").IsTruthy;
        var showsYear = !DataPath.Get(fields, "year.hide").IsTruthy;
        var given = new Queue<string>(text.Split('/'));
        var isDayFirst = component.Json["dayFirst"].IsTruthy;
        var standard = Default(component, isDayFirst, showsDay, showsMonth, showsYear);

        var parts = new List<string>();
        if (isDayFirst) Take(showsDay, standard.Day);
        Take(showsMonth, standard.Month);
        if (!isDayFirst) Take(showsDay, standard.Day);
        Take(showsYear, standard.Year);
        return string.Join('/', parts);

        void Take(bool isShown, string otherwise)
        {
            var part = isShown ? (given.Count > 0 ? given.Dequeue() : null) : otherwise;
            // JavaScript joins a missing part as an empty text.
            if (part != "") parts.Add(part ?? "");
        }
    }

    private static bool IsFull(string text) =>
        text.Length == 10 && text[2] == '/' && text[5] == '/'
        && text.Where((_, i) => i is not (2 or 5)).All(char.IsAsciiDigit);

    private static (string Day, string Month, string Year) Default(
        CompiledComponent component, bool isDayFirst, bool showsDay, bool showsMonth, bool showsYear)
    {
        if (component.Text("defaultValue") is not { Length: > 0 } text) return ("", "", "");
        var parts = text.Split('/');
        var (day, month, year) = isDayFirst ? (0, 1, 2) : (1, 0, 2);
        if (parts.Length == 3) return (parts[day], parts[month], parts[year]);
        if (!showsDay) (day, month, year) = (-1, month == 0 ? 0 : month - 1, year - 1);
        if (!showsMonth) (day, month, year) = (day <= 0 ? day : day - 1, -1, year - 1);
        if (!showsYear) year = -1;
        return (Part(parts, day), Part(parts, month), Part(parts, year));
    }

    private static string Part(string[] parts, int at) => at >= 0 && at < parts.Length ? parts[at] : "";
}
