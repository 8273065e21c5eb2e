using System.Globalization;
using System.Text;

namespace WorkflowHost.Features.Indicators;

/// <summary>The running total as a line in a box of 100 by 30, drawn from left to right over the days it spans.</summary>
public static class Spark
{
    /// <summary>SVG path data of the line; empty with fewer than two days.</summary>
    public static string Line(IReadOnlyList<DayTotal> days)
    {
        if (days.Count < 2)
            return "";

        var first = days[0].Day.DayNumber;
        var span = Math.Max(1, days[^1].Day.DayNumber - first);
        var top = Math.Max(1, days[^1].Total);
        var path = new StringBuilder("M0 29");
        foreach (var (day, total) in days)
        {
            var x = (day.DayNumber - first) * 100d / span;
            var y = 29 - total * 27d / top;
            path.Append(CultureInfo.InvariantCulture, $" L{x:0.##} {y:0.##}");
        }

        return path.ToString();
    }

    /// <summary>The same, closed along the ground.</summary>
    public static string Area(IReadOnlyList<DayTotal> days) => Line(days) is { Length: > 0 } line ? line + " L100 30 L0 30 Z" : "";
}
