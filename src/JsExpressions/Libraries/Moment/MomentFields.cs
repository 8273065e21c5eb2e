using JsExpressions.BuiltIns;

namespace JsExpressions.Libraries.Moment;

/// <summary>The fields of a local time, weeks included (weeks of the English locale: from Sunday, week 1 holds 1 January).</summary>
internal readonly struct MomentFields(double local)
{
    public double Local { get; } = local;

    public int Year => Calendar.Date(Local).Year;

    public int Month => Calendar.Date(Local).Month;

    public int Day => Calendar.Date(Local).Day;

    public int Weekday => Calendar.Date(Local).Weekday;

    public int IsoWeekday => Weekday == 0 ? 7 : Weekday;

    public int Hour => Calendar.TimeOfDay(Local).Hour;

    public int Minute => Calendar.TimeOfDay(Local).Minute;

    public int Second => Calendar.TimeOfDay(Local).Second;

    public int Millisecond => Calendar.TimeOfDay(Local).Millisecond;

    public int DayOfYear => (int)(Math.Floor(Local / Calendar.MsPerDay) - Calendar.Day(Year, 0, 1)) + 1;

    public int Quarter => Month / 3 + 1;

    public (int Week, int Year) Week => WeekOf(startsOn: 0, firstHolds: 6);

    public (int Week, int Year) IsoWeek => WeekOf(startsOn: 1, firstHolds: 4);

    public static int DaysInMonth(int year, int month) => (int)(Calendar.Day(year, month + 1, 1) - Calendar.Day(year, month, 1));

    public static bool IsLeap(int year) => DaysInMonth(year, 1) == 29;

    /// <summary>The day number on which week 1 of a year starts.</summary>
    public static double WeekStart(int year, int startsOn, int firstHolds)
    {
        var anchor = Calendar.Day(year, 0, firstHolds == 4 ? 4 : 1);
        var weekday = (int)(((anchor + 4 - startsOn) % 7 + 7) % 7);
        return anchor - weekday;
    }

    private (int Week, int Year) WeekOf(int startsOn, int firstHolds)
    {
        var day = Math.Floor(Local / Calendar.MsPerDay);
        var year = Year;
        if (day >= WeekStart(year + 1, startsOn, firstHolds)) year++;
        else if (day < WeekStart(year, startsOn, firstHolds)) year--;
        return ((int)((day - WeekStart(year, startsOn, firstHolds)) / 7) + 1, year);
    }
}
