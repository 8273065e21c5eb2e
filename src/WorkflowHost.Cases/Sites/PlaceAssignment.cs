using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>
/// Decides where a group sleeps: by the plan's ordered rules, or in the segment a person chose. Pure; takes no place itself.
/// </summary>
public sealed class PlaceAssignment(Plan plan, DateTimeOffset now)
{
    /// <summary>
    /// The pool with room for the whole group, or a refusal with its reason. Places the group already holds count as free
    /// for it. Only open sites are considered; a named site narrows the rule's own list.
    /// </summary>
    public (CapacityPool? Pool, PlaceDecision Decision) Choose(
        IReadOnlyList<Case> group,
        string? siteKey,
        string? segment,
        IEnumerable<SiteRecord> sites,
        IReadOnlyList<CapacityPool> pools,
        IReadOnlyList<Stay> held)
    {
        var open = sites.Where(s => s.State == SiteState.Open).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        if (segment is not null)
            return Pick(SitesInOrder([]), siteKey, segment, null, Text("Elegido por una persona", "Chosen by a person"));

        var facts = new AssignmentFacts(plan, group, sites, pools, now);
        string? refusedBy = null;
        foreach (var rule in plan.AssignmentRules.Where(facts.Holds))
        {
            var picked = Pick(SitesInOrder(rule.Sites), siteKey, rule.Segment, rule.Key, rule.Reason.In(plan.Language));
            if (picked.Pool is not null)
                return picked;
            refusedBy = rule.Key;
            if (!rule.Overflow)
                break;
        }

        return (null, PlaceDecision.Full(refusedBy, refusedBy is null
            ? Text("Ninguna regla de asignación corresponde", "No assignment rule applies")
            : Text("No hay lugares suficientes", "There are not enough places")));

        (CapacityPool? Pool, PlaceDecision Decision) Pick(
            IEnumerable<string> order, string? only, string wanted, string? rule, string reason)
        {
            foreach (var key in order.Where(k => open.Contains(k) && (only is null || only == k)))
            {
                var pool = pools.FirstOrDefault(p => p.SiteKey == key && p.Segment == wanted);
                if (pool is not null && pool.Free + held.Count(s => s.PoolId == pool.Id) >= group.Count)
                    return (pool, new PlaceDecision(true, key, wanted, rule, reason));
            }

            return (null, PlaceDecision.Full(rule, Text("No hay lugares suficientes", "There are not enough places")));
        }
    }

    private IEnumerable<string> SitesInOrder(IReadOnlyList<string> named) =>
        named.Count > 0 ? named : plan.Sites.Select(s => s.Key);

    private string Text(string spanish, string english) => plan.Language == "es" ? spanish : english;
}
