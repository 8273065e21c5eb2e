using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>
/// Decides where a group sleeps: by the plan's ordered rules, or in the segment a person chose. Pure; takes no place itself.
/// </summary>
public sealed class PlaceAssignment(Plan plan, DateTimeOffset now)
{
    /// <summary>
    /// The pool with room for the whole group, or a refusal with its reason. Only open sites are considered; a named site
    /// narrows the rules' own lists.
    /// </summary>
    public (CapacityPool? Pool, PlaceDecision Decision) Choose(PlaceRequest request)
    {
        if (request.Segment is { } chosen)
        {
            return FindPool(request, [], chosen) is { } pool
                ? Placed(pool, null, Say("Elegido por una persona", "Chosen by a person"))
                : NoRoom(null);
        }

        var facts = new AssignmentFacts(plan, request, now);
        string? refusedBy = null;
        foreach (var rule in plan.AssignmentRules.Where(facts.Holds))
        {
            if (FindPool(request, rule.Sites, rule.Segment) is { } pool)
                return Placed(pool, rule.Key, rule.Reason.In(plan.Language));
            refusedBy ??= rule.Key;
            if (rule.Final)
                break;
        }

        return refusedBy is null
            ? (null, PlaceDecision.Full(null, Say("Ninguna regla de asignación corresponde", "No assignment rule applies")))
            : NoRoom(refusedBy);
    }

    private CapacityPool? FindPool(PlaceRequest request, IReadOnlyList<string> named, string segment) =>
        (named.Count > 0 ? named : OwnSiteFirst(request))
            .Where(site => request.SiteKey is null || site == request.SiteKey)
            .Where(site => request.Sites.Any(s => s.Key == site && s.State == SiteState.Open))
            .Select(site => request.Pools.FirstOrDefault(p => p.SiteKey == site && p.Segment == segment))
            .FirstOrDefault(pool => pool is not null && HasRoom(pool, request));

    private static bool HasRoom(CapacityPool pool, PlaceRequest request) =>
        pool.Free + request.Held.Count(s => s.PoolId == pool.Id) >= request.Group.Count;

    private IEnumerable<string> OwnSiteFirst(PlaceRequest request)
    {
        var own = request.About?.SiteKey ?? request.Group[0].SiteKey;
        return plan.Sites.Select(s => s.Key).OrderBy(key => key == own ? 0 : 1);
    }

    private static (CapacityPool? Pool, PlaceDecision Decision) Placed(CapacityPool pool, string? rule, string reason) =>
        (pool, new PlaceDecision(true, pool.SiteKey, pool.Segment, rule, reason));

    private (CapacityPool? Pool, PlaceDecision Decision) NoRoom(string? rule) =>
        (null, PlaceDecision.Full(rule, Say("No hay lugares suficientes", "There are not enough places")));

    private string Say(string spanish, string english) => plan.Language == "es" ? spanish : english;
}
