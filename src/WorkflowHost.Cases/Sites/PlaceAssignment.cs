using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>
/// Decides where a group sleeps: by the plan's ordered table, or in the segment a person chose. A group is never split.
/// First the barring rows that hold take places away, wherever they stand; then the placing rows are tried from the top,
/// and within one its sites in order of the preferences that hold, of equal ones as the row lists them. The same question
/// has the same answer in the same words. Pure; takes no place itself.
/// </summary>
public sealed class PlaceAssignment(Plan plan, DateTimeOffset now)
{
    /// <summary>
    /// The pool with room for the whole group, or a refusal with its reason. Only open sites are considered; a named site
    /// narrows the rules' own lists.
    /// </summary>
    public PlaceChoice Choose(PlaceRequest request)
    {
        var facts = new AssignmentFacts(plan, request, now);
        var holding = plan.AssignmentRules.Where(r => r.Kind != RuleKind.Place && facts.Holds(r)).ToList();
        var bars = holding.FindAll(Bars);
        if (request.Segment is { } chosen)
            return ChosenByHand(request, chosen, bars);

        var steps = new List<RuleStep>();
        PlaceChoice? placed = null;
        AssignmentRule? refusedBy = null;
        var ended = false;
        foreach (var rule in plan.AssignmentRules)
        {
            if (rule.Kind != RuleKind.Place)
                steps.Add(new RuleStep(rule, holding.Contains(rule) ? RuleVerdict.Applies : RuleVerdict.DoesNotHold));
            else if (ended)
                steps.Add(new RuleStep(rule, RuleVerdict.NotReached));
            else if (!facts.Holds(rule))
                steps.Add(new RuleStep(rule, RuleVerdict.DoesNotHold));
            else if (Candidates(request, rule, holding, bars).FirstOrDefault() is { } pool)
            {
                placed = new PlaceChoice(pool, new PlaceDecision(true, pool.SiteKey, pool.Segment, rule.Key, ReasonOf(rule, holding, pool)), steps);
                ended = true;
                steps.Add(new RuleStep(rule, RuleVerdict.Placed));
            }
            else
            {
                refusedBy ??= rule;
                var barred = Candidates(request, rule, holding, []).Any();
                ended = rule.Final && !barred;
                steps.Add(new RuleStep(rule, barred ? RuleVerdict.Barred : RuleVerdict.NoRoom));
            }
        }

        return placed ?? new PlaceChoice(null, PlaceDecision.Full(refusedBy?.Key, Refusal(refusedBy)), steps);
    }

    private PlaceChoice ChosenByHand(PlaceRequest request, string segment, List<AssignmentRule> bars)
    {
        var pools = WithRoom(request, OwnSiteFirst(request), segment, keepFree: 0).ToList();
        if (pools.Find(pool => !bars.Exists(rule => IsBarred(rule, pool))) is { } pool)
            return new PlaceChoice(pool, new PlaceDecision(true, pool.SiteKey, pool.Segment, null, Say("Elegido por una persona", "Chosen by a person")), []);
        if (pools.Count == 0)
            return new PlaceChoice(null, PlaceDecision.Full(null, Refusal(null, asked: true)), []);
        var rule = bars.Find(one => IsBarred(one, pools[0]))!; // the first pool was not taken, so a row bars it
        return new PlaceChoice(null, PlaceDecision.Full(rule.Key, rule.Reason.In(plan.Language)), [new RuleStep(rule, RuleVerdict.Applies)]);
    }

    private IEnumerable<CapacityPool> Candidates(
        PlaceRequest request, AssignmentRule rule, List<AssignmentRule> holding, List<AssignmentRule> bars)
    {
        var sites = (rule.Sites.Count > 0 ? rule.Sites : OwnSiteFirst(request))
            .Where(key => plan.FindSite(key) is { } site && rule.Means(site));
        return WithRoom(request, sites, rule.Segment, rule.KeepFree)
            .Where(pool => !bars.Exists(bar => IsBarred(bar, pool)))
            .OrderByDescending(pool => Preferring(holding, pool).Sum(preference => preference.Weight));
    }

    private static IEnumerable<CapacityPool> WithRoom(PlaceRequest request, IEnumerable<string> sites, string segment, int keepFree) =>
        sites.Where(site => request.SiteKey is null || site == request.SiteKey)
            .Where(site => request.Sites.Any(s => s.Key == site && s.State == SiteState.Open))
            .SelectMany(site => request.Pools.Where(p => p.SiteKey == site && p.Segment == segment))
            .Where(pool => pool.Free + request.Held.Count(s => s.PoolId == pool.Id) >= request.Group.Count + keepFree);

    private IEnumerable<AssignmentRule> Preferring(List<AssignmentRule> holding, CapacityPool pool) =>
        holding.Where(r => r.Kind == RuleKind.Prefer && Covers(r, pool));

    private static bool Bars(AssignmentRule rule) => rule.Kind is RuleKind.Only or RuleKind.Never;

    private bool IsBarred(AssignmentRule rule, CapacityPool pool) => Covers(rule, pool) == (rule.Kind == RuleKind.Never);

    private bool Covers(AssignmentRule rule, CapacityPool pool) =>
        rule.Means(pool.Segment) && plan.FindSite(pool.SiteKey) is { } site && rule.Means(site);

    private IEnumerable<string> OwnSiteFirst(PlaceRequest request)
    {
        var own = request.About?.SiteKey ?? request.Group[0].SiteKey;
        return plan.Sites.Select(s => s.Key).OrderBy(key => key == own ? 0 : 1);
    }

    private string ReasonOf(AssignmentRule rule, List<AssignmentRule> holding, CapacityPool pool) => string.Join(" ",
        Preferring(holding, pool).Where(p => p.Weight > 0).Prepend(rule).Select(one => one.Reason.In(plan.Language)));

    private string Refusal(AssignmentRule? rule, bool asked = false) => rule is null && !asked
        ? Say("Ninguna regla de asignación corresponde", "No assignment rule applies")
        : Say("No hay lugares suficientes", "There are not enough places");

    private string Say(string spanish, string english) => plan.Language == "es" ? spanish : english;
}
