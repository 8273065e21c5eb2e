using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.Assignment;

/// <summary>What a table would decide for a family that does not exist. Pure; nothing is reserved.</summary>
public static class GroupTrial
{
    /// <summary>The choice with its way.</summary>
    /// <exception cref="PlanScriptException">A JavaScript row of the table fails.</exception>
    public static PlaceChoice Decide(
        Plan plan, GroupExample group, IReadOnlyList<SiteRecord> sites, IReadOnlyList<CapacityPool> pools, DateTimeOffset now)
    {
        var people = group.People.Select(data => Made(plan.AssignmentCases.People ?? "", data.ToJsonString(), now)).ToList();
        var about = Made(plan.AssignmentCases.Household ?? "", group.Household.ToJsonString(), now);
        return new PlaceAssignment(plan, now).Choose(new PlaceRequest(people, about, null, null, sites, pools, []));
    }

    /// <summary>Every site of a plan open and empty.</summary>
    public static (IReadOnlyList<SiteRecord> Sites, IReadOnlyList<CapacityPool> Pools) AllOpen(Plan plan) =>
    (
        [.. plan.Sites.Select(site => new SiteRecord { Key = site.Key, State = SiteState.Open })],
        [
            .. from site in plan.Sites
               from places in site.Capacity
               select new CapacityPool { Id = Guid.Empty, SiteKey = site.Key, Segment = places.Key, Capacity = places.Value },
        ]);

    /// <summary>
    /// Sites and pools as they would be once the draft is published: its numbers where they differ from the published
    /// plan's, and its new sites in the state it gives them.
    /// </summary>
    public static (IReadOnlyList<SiteRecord> Sites, IReadOnlyList<CapacityPool> Pools) Under(
        Plan draft, Plan published, IReadOnlyList<SiteRecord> sites, IReadOnlyList<CapacityPool> pools)
    {
        var added = draft.Sites.Where(site => sites.All(s => s.Key != site.Key))
            .Select(site => new SiteRecord { Key = site.Key, State = site.State });
        var changed = pools.Select(pool => new CapacityPool
        {
            Id = pool.Id, SiteKey = pool.SiteKey, Segment = pool.Segment, Taken = pool.Taken, Capacity = Places(draft, published, pool),
        }).ToList();
        var fresh = from site in draft.Sites
                    from places in site.Capacity
                    where !pools.Any(p => p.SiteKey == site.Key && p.Segment == places.Key)
                    select new CapacityPool { Id = Guid.Empty, SiteKey = site.Key, Segment = places.Key, Capacity = places.Value };
        return ([.. sites, .. added], [.. changed, .. fresh]);
    }

    private static int Places(Plan draft, Plan published, CapacityPool pool)
    {
        if (draft.FindSite(pool.SiteKey) is not { } now || published.FindSite(pool.SiteKey) is not { } before)
            return pool.Capacity;
        var places = now.Capacity.GetValueOrDefault(pool.Segment);
        return places == before.Capacity.GetValueOrDefault(pool.Segment) ? pool.Capacity : places;
    }

    private static Case Made(string type, string json, DateTimeOffset now) =>
        new() { Id = Guid.Empty, Type = type, Folio = "", DataJson = json, CreatedAt = now, UpdatedAt = now };
}
