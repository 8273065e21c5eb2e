using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>
/// How many people a site carries by its figures: the smallest of all limits, people rounded down. A limit whose figure
/// nobody entered does not count. Of equal limits the first in the plan binds. Pure.
/// </summary>
/// <param name="Lines">One per limit of the plan, in its order.</param>
/// <param name="Binding">The limit that decides, or null when no figure was entered.</param>
/// <param name="Places">Places the plan offers at the site.</param>
public sealed record SiteLimits(IReadOnlyList<LimitLine> Lines, LimitLine? Binding, int Places)
{
    /// <summary>People the site carries, or null when no figure was entered.</summary>
    public int? People => Binding?.People;

    /// <summary>Places offered above what the site carries, never negative.</summary>
    public int Excess => People is { } people ? Math.Max(0, Places - people) : 0;

    /// <summary>The limits of a site under a plan.</summary>
    public static SiteLimits Of(Plan plan, Site site)
    {
        var lines = plan.CapacityLimits.Select(limit => LineOf(limit, site)).ToList();
        var binding = lines.Where(line => line.People is not null).OrderBy(line => line.People).FirstOrDefault();
        return new SiteLimits(lines, binding, site.Places);
    }

    private static LimitLine LineOf(CapacityLimit limit, Site site)
    {
        var own = site.Ratios.TryGetValue(limit.Key, out var ratio);
        ratio = own ? ratio : limit.Ratio;
        if (!site.Figures.TryGetValue(limit.Key, out var figure) || ratio <= 0)
            return new LimitLine(limit, null, ratio, own, null);
        var people = limit.Measure == LimitMeasure.PerPerson ? figure / ratio : figure * ratio;
        return new LimitLine(limit, figure, ratio, own, (int)Math.Clamp(Math.Floor(people), 0, int.MaxValue));
    }
}
