using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Indicators;

namespace WorkflowHost.Cases.Plans;

/// <summary>Names every mistake of a plan.json at once, each with its path.</summary>
public static class PlanLint
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoCatalogs = [];

    /// <summary>Every mistake and warning; empty for a plan that is right. Never throws for what the text contains.</summary>
    public static IReadOnlyList<PlanProblem> Check(string json)
    {
        var problems = new List<PlanProblem>();
        if (PlanReader.Read(json, problems) is { } plan)
        {
            CheckReferences(plan, problems);
            problems.AddRange(RuleAnalysis.Of(plan, NoCatalogs).Findings.Select(RemarkOf).OfType<PlanProblem>());
        }

        return problems;
    }

    private static PlanProblem? RemarkOf(RuleFinding finding)
    {
        var path = $"assignmentRules[{finding.Index}]";
        var because = string.Join("', '", finding.Because);
        return finding.Flag switch
        {
            RuleFlag.NeverHolds => new(path, "rule_never_holds", "The conditions contradict each other: this row never holds.", IsWarning: true),
            RuleFlag.Shadowed => new(path, "rule_shadowed", $"This row never decides: '{because}' comes first whenever it holds.", IsWarning: true),
            RuleFlag.NoPlaces => new(path, "rule_no_places", "The plan gives this row no place at any of its sites.", IsWarning: true),
            RuleFlag.AlwaysBarred => new(path, "rule_always_barred", $"Every place of this row is barred by '{because}' whenever it holds.", IsWarning: true),
            _ => null,
        };
    }

    internal static void CheckReferences(Plan plan, List<PlanProblem> problems)
    {
        var check = new PlanReferences(plan, problems);
        check.Keys("roles", plan.Roles.Select(r => r.Key));
        check.Keys("segments", plan.Segments.Select(s => s.Key));
        check.Keys("sites", plan.Sites.Select(s => s.Key));
        check.Keys("siteFeatures", plan.SiteFeatures.Select(f => f.Key));
        check.Keys("capacityLimits", plan.CapacityLimits.Select(l => l.Key));
        check.Keys("caseTypes", plan.CaseTypes.Select(t => t.Key));
        check.Keys("linkKinds", plan.LinkKinds.Select(k => k.Key));
        check.Keys("partners", plan.Partners.Select(p => p.Key));
        check.Keys("factTypes", plan.FactTypes.Select(f => f.Key));
        check.Keys("indicators", plan.Indicators.Select(i => i.Key));
        check.Keys("assignmentRules", plan.AssignmentRules.Select(r => r.Key));
        check.Keys("deadlines", plan.Deadlines.Select(r => r.Key));
        check.Keys("webhookSources", plan.WebhookSources.Select(s => s.Key));

        Each(plan.Roles, "roles", check.Role);
        Each(plan.Sites, "sites", check.Site);
        Each(plan.CaseTypes, "caseTypes", check.CaseType);
        Each(plan.LinkKinds, "linkKinds", check.LinkKind);
        Each(plan.Partners, "partners", check.Partner);
        Each(plan.Indicators, "indicators", check.Indicator);
        Each(plan.AssignmentRules, "assignmentRules", check.Rule);
        check.AssignmentCases(plan.AssignmentCases);
        problems.AddRange(DeadlineLint.Check(plan));
    }

    private static void Each<T>(IReadOnlyList<T> items, string list, Action<T, string> check)
    {
        for (var i = 0; i < items.Count; i++)
            check(items[i], $"{list}[{i}]");
    }
}
