namespace WorkflowHost.Replay;

/// <summary>The day and hour each household arrives, in order: spread evenly between two points of the curve.</summary>
public static class ArrivalCurve
{
    private static readonly TimeSpan Opening = TimeSpan.FromHours(8);
    private static readonly TimeSpan OpenHours = TimeSpan.FromHours(10);

    public static IReadOnlyList<DateTime> Spread(Scenario scenario, IReadOnlyList<IReadOnlyList<int>> segments)
    {
        var arrivals = new List<DateTime>();
        var after = scenario.From.AddDays(-1);
        for (var i = 0; i < segments.Count; i++)
        {
            var until = scenario.Arrival[i].Date;
            var days = until.DayNumber - after.DayNumber;
            for (var household = 0; household < segments[i].Count; household++)
            {
                var place = (household + 0.5) * days / segments[i].Count;
                var day = Math.Min((int)place, days - 1);
                var time = Opening + (OpenHours * (place - day));
                arrivals.Add(after.AddDays(1 + day).ToDateTime(TimeOnly.FromTimeSpan(time)));
            }

            after = until;
        }

        return arrivals;
    }
}
