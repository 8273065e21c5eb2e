using Formio.Forms;
using Formio.Values;

namespace Formio.Rules;

/// <summary>The numbers of a day's text; NaN for what is no number or missing, 0 for a hidden part.</summary>
internal readonly record struct DayParts(double Day, double Month, double Year)
{
    public bool IsPossible =>
        Day >= 0 && Day <= DaysInMonth(Month, Year) && Month is >= 0 and <= 12 && Year is >= 0 and <= 9999;

    public static DayParts Read(CompiledComponent component, string text)
    {
        var numbers = text.Split('/').Select(part => JsText.ParseInt(part)).ToArray();
        var (day, month, year) = component.Json["dayFirst"].IsTruthy ? (0, 1, 2) : (1, 0, 2);
        var parts = new DayParts(At(numbers, day), At(numbers, month), At(numbers, year));
        if (numbers.Length == 3) return parts;

        var hidesDay = IsHidden(component, "fields.day.hide");
        var hidesMonth = IsHidden(component, "fields.month.hide");
        if (hidesDay)
        {
            month = month == 0 ? 0 : month - 1;
            year--;
            parts = new DayParts(0, At(numbers, month), At(numbers, year));
        }

        if (hidesMonth)
        {
            day = day == 0 ? 0 : day - 1;
            year--;
            parts = new DayParts(hidesDay && parts.Day == 0 ? 0 : At(numbers, day), 0, At(numbers, year));
        }

        if (IsHidden(component, "fields.year.hide"))
        {
            parts = new DayParts(
                hidesDay && parts.Day == 0 ? 0 : At(numbers, day),
                hidesMonth && parts.Month == 0 ? 0 : At(numbers, month),
                0);
        }

        return parts;
    }

    private static bool IsHidden(CompiledComponent component, string path) =>
        DataPath.Get(component.Json, path).IsTruthy;

    private static double At(double[] numbers, int at) => at >= 0 && at < numbers.Length ? numbers[at] : double.NaN;

    private static int DaysInMonth(double month, double year) => month switch
    {
        4 or 6 or 9 or 11 => 30,
        2 => year % 400 == 0 || (year % 100 != 0 && year % 4 == 0) ? 29 : 28,
        _ => 31,
    };
}
