using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// What can be said about an assignment table without any family: rows that never hold, that earlier rows cover, that
/// have no place to give, and a family that no row covers. Pure; what is flagged is certain, what is not may only have been
/// too much to look at.
/// </summary>
/// <param name="Findings">Remarks, in the order of the table.</param>
/// <param name="Uncovered">A family for which no placing row holds, or null when there is none (or it is not known).</param>
/// <param name="CoverageJudged">False when JavaScript rows or size keep one from saying that every family is covered.</param>
public sealed record RuleAnalysis(IReadOnlyList<RuleFinding> Findings, GroupExample? Uncovered, bool CoverageJudged)
{
    /// <summary>Analyses the table of a plan, which may be a draft with mistakes.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="catalogs">Values of the catalogs by name, so that examples are possible ones; may be empty.</param>
    public static RuleAnalysis Of(Plan plan, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs)
    {
        var judged = plan.AssignmentRules.Where(r => r.When is null).ToList();
        var search = new GroupSearch(plan, judged, catalogs);
        var findings = new List<RuleFinding>();
        for (var i = 0; i < plan.AssignmentRules.Count; i++)
        {
            foreach (var (flag, because) in Remarks(plan, search, i))
                findings.Add(new RuleFinding(i, plan.AssignmentRules[i].Key, flag, because));
        }

        var placing = judged.Where(r => r.Kind == RuleKind.Place).ToList();
        var hole = search.Find([], placing);
        return new RuleAnalysis(
            findings,
            (hole as SearchAnswer.Found)?.Example,
            hole is not SearchAnswer.Unknown && judged.Count == plan.AssignmentRules.Count);
    }

    private static IEnumerable<(RuleFlag Flag, IReadOnlyList<string> Because)> Remarks(Plan plan, GroupSearch search, int index)
    {
        var rule = plan.AssignmentRules[index];
        if (!HasPlaces(plan, rule))
            yield return (RuleFlag.NoPlaces, []);
        if (rule.When is not null)
        {
            yield return (RuleFlag.NotJudged, []);
            yield break;
        }

        if (search.Find([rule], []) is SearchAnswer.None)
        {
            yield return (RuleFlag.NeverHolds, []);
            yield break;
        }

        if (rule.Kind != RuleKind.Place)
            yield break;
        var earlier = plan.AssignmentRules.Take(index).Where(e => e.When is null && Precedes(plan, e, rule)).ToList();
        if (Covering(plan, search, rule, earlier) is { Count: > 0 } covering)
            yield return (RuleFlag.Shadowed, covering);
        var barring = plan.AssignmentRules.Where(b => b.When is null && BarsAll(plan, b, rule)).ToList();
        if (Covering(plan, search, rule, barring) is { Count: > 0 } bars)
            yield return (RuleFlag.AlwaysBarred, bars);
    }

    // One row that covers it alone is the clearest answer; else all of them do together.
    private static IReadOnlyList<string> Covering(Plan plan, GroupSearch search, AssignmentRule rule, List<AssignmentRule> rows)
    {
        if (rows.Find(row => IsCovered(plan, search, rule, [row])) is { } alone)
            return [alone.Key];
        return rows.Count > 1 && IsCovered(plan, search, rule, rows) ? [.. rows.Select(r => r.Key)] : [];
    }

    // An obligatory row whose places are barred lets later ones try: then it does not cover them.
    private static bool IsCovered(Plan plan, GroupSearch search, AssignmentRule rule, List<AssignmentRule> rows) =>
        search.Find([rule], rows) is SearchAnswer.None
        && rows.Where(row => row.Kind == RuleKind.Place && !TriesTheSame(plan, row, rule)).All(row =>
            plan.AssignmentRules.Where(bar => BarsSome(plan, bar, row)).All(bar =>
                bar.When is null && search.Find([rule, row, bar], rows.Where(other => other != row).ToList()) is SearchAnswer.None));

    // After an earlier row that holds, a later one matters only if that one let it try, and with other places.
    private static bool Precedes(Plan plan, AssignmentRule earlier, AssignmentRule later) =>
        earlier.Kind == RuleKind.Place
        && (earlier.Final || TriesTheSame(plan, earlier, later));

    private static bool TriesTheSame(Plan plan, AssignmentRule earlier, AssignmentRule later) =>
        earlier.Segment == later.Segment
        && earlier.KeepFree <= later.KeepFree
        && plan.Sites.All(site => !later.Means(site) || earlier.Means(site));

    private static bool BarsSome(Plan plan, AssignmentRule bar, AssignmentRule rule) =>
        bar.Kind is RuleKind.Only or RuleKind.Never
        && plan.Sites.Any(site => rule.Means(site) && (bar.Means(site) && bar.Means(rule.Segment)) == (bar.Kind == RuleKind.Never));

    private static bool BarsAll(Plan plan, AssignmentRule bar, AssignmentRule rule) => bar.Kind switch
    {
        RuleKind.Only => plan.Sites.All(site => !rule.Means(site) || !bar.Means(site) || !bar.Means(rule.Segment)),
        RuleKind.Never => bar.Means(rule.Segment) && plan.Sites.All(site => !rule.Means(site) || bar.Means(site)),
        _ => false,
    };

    private static bool HasPlaces(Plan plan, AssignmentRule rule) => rule.Kind switch
    {
        RuleKind.Never => true,
        RuleKind.Prefer => plan.Sites.Any(rule.Means),
        _ => plan.Sites.Any(site => rule.Means(site) && site.Capacity.Any(c => c.Value > 0 && rule.Means(c.Key))),
    };
}
