using JsExpressions;
using WorkflowHost.Cases.Assignment;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Sites;

namespace WorkflowHost.Cases.Plans;

/// <summary>That every name a plan uses is one it defines, and every expression parses.</summary>
internal sealed class PlanReferences(Plan plan, List<PlanProblem> problems)
{
    private static readonly HashSet<string> IndicatorNames = new(StringComparer.Ordinal) { "fact" };

    private readonly PlanScripts _scripts = new(plan, DateTimeOffset.UnixEpoch);

    public void Keys(string list, IEnumerable<string> keys)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var index = 0;
        foreach (var key in keys)
        {
            if (key.Length > 0 && !seen.Add(key))
                problems.Add(new($"{list}[{index}].key", "duplicate_key", $"'{key}' is already used in this list."));
            index++;
        }
    }

    public void Role(Role role, string path)
    {
        foreach (var permission in role.Permissions.Where(p => !Permissions.All.Contains(p)))
        {
            problems.Add(new($"{path}.permissions", "unknown_permission",
                $"'{permission}' is none of: {string.Join(", ", Permissions.All)}."));
        }

        for (var i = 0; i < role.AlsoAs.Count; i++)
        {
            if (plan.FindRole(role.AlsoAs[i]) is null)
                problems.Add(new($"{path}.alsoAs[{i}]", "unknown_role", $"No role is called '{role.AlsoAs[i]}'."));
        }
    }

    public void Site(Site site, string path)
    {
        foreach (var segment in site.Capacity.Keys.Where(s => plan.FindSegment(s) is null))
            problems.Add(new($"{path}.capacity.{segment}", "unknown_segment", $"No segment is called '{segment}'."));
        foreach (var feature in site.Features.Keys.Where(f => plan.SiteFeatures.All(known => known.Key != f)))
            problems.Add(new($"{path}.features.{feature}", "unknown_feature", $"No feature is called '{feature}'."));
        foreach (var (limit, name) in site.Figures.Keys.Select(k => (k, "figures")).Concat(site.Ratios.Keys.Select(k => (k, "ratios"))))
        {
            if (plan.CapacityLimits.All(known => known.Key != limit))
                problems.Add(new($"{path}.{name}.{limit}", "unknown_limit", $"No capacity limit is called '{limit}'."));
        }

        var limits = SiteLimits.Of(plan, site);
        if (limits is { Excess: > 0, Binding.Limit: var binding } && site.OverCapacityReason.Texts.Count == 0)
        {
            problems.Add(new($"{path}.capacity", "over_capacity",
                $"'{limits.Places}' places are more than the '{limits.People}' people that '{binding.Title}' carries.", IsWarning: true));
        }
    }

    public void CaseType(CaseType type, string path)
    {
        if (type.States.Count > 0 && type.States.All(s => s.Key != type.InitialState))
            problems.Add(new($"{path}.initialState", "unknown_state", $"No state is called '{type.InitialState}'."));
        if (type.Fields.Count == 0)
            return;

        foreach (var (name, at) in NamesUsed(type, path))
        {
            if (type.Fields.All(f => f.Key != name) && name is not ("folio" or "site" or "state"))
                problems.Add(new(at, "unknown_field", $"The case type has no field '{name}'."));
        }
    }

    public void LinkKind(LinkKind kind, string path)
    {
        if (plan.FindCaseType(kind.From) is null)
            problems.Add(new($"{path}.from", "unknown_case_type", $"No case type is called '{kind.From}'."));
        if (plan.FindCaseType(kind.To) is null)
            problems.Add(new($"{path}.to", "unknown_case_type", $"No case type is called '{kind.To}'."));
    }

    public void Partner(Partner partner, string path)
    {
        if (partner.Source is { } source && plan.WebhookSources.All(s => s.Key != source))
            problems.Add(new($"{path}.source", "unknown_source", $"No webhook source is called '{source}'."));
    }

    public void Indicator(IndicatorDefinition indicator, string path)
    {
        if (plan.FactTypes.All(f => f.Key != indicator.Fact))
            problems.Add(new($"{path}.fact", "unknown_fact_type", $"No fact type is called '{indicator.Fact}'."));
        Script(indicator.Filter, $"{path}.filter", IndicatorNames);
        if (indicator.Since > indicator.Until)
            problems.Add(new($"{path}.until", "ends_before_start", "The last day lies before the first."));
        if (indicator.Evidence is not ("case" or "submission"))
            problems.Add(new($"{path}.evidence", "unknown_word", "Evidence is either case or submission."));
    }

    public void Rule(AssignmentRule rule, string path)
    {
        for (var i = 0; i < rule.Segments.Count; i++)
        {
            var at = rule.Kind == RuleKind.Place ? $"{path}.segment" : $"{path}.segments[{i}]";
            if (plan.FindSegment(rule.Segments[i]) is null)
                problems.Add(new(at, "unknown_segment", $"No segment is called '{rule.Segments[i]}'."));
        }

        Script(rule.When, $"{path}.when", AssignmentFacts.Names);
        for (var i = 0; i < rule.Sites.Count; i++)
        {
            if (plan.FindSite(rule.Sites[i]) is null)
                problems.Add(new($"{path}.sites[{i}]", "unknown_site", $"No site is called '{rule.Sites[i]}'."));
        }

        for (var i = 0; i < rule.SiteNeeds.Count; i++)
        {
            if (plan.SiteFeatures.All(f => f.Key != rule.SiteNeeds[i].Field))
                problems.Add(new($"{path}.siteNeeds[{i}].feature", "unknown_feature", $"No feature is called '{rule.SiteNeeds[i].Field}'."));
        }

        if (rule.Kind is RuleKind.Only or RuleKind.Never && rule is { Segments.Count: 0, Sites.Count: 0, SiteNeeds.Count: 0 })
            problems.Add(new($"{path}.segments", "bars_nothing_named", "A row that bars places says which."));
        for (var i = 0; i < rule.Conditions.Count; i++)
            Condition(rule.Conditions[i], $"{path}.conditions[{i}]");
    }

    private void Condition(RuleCondition condition, string path)
    {
        var type = condition.Who == ConditionSubject.Household ? plan.AssignmentCases.Household : plan.AssignmentCases.People;
        var fields = plan.CaseTypes.Where(t => type is null || t.Key == type).SelectMany(t => t.Fields).Select(f => f.Key).ToHashSet();
        for (var i = 0; i < condition.Where.Count; i++)
        {
            if (fields.Count > 0 && !fields.Contains(condition.Where[i].Field))
                problems.Add(new($"{path}.where[{i}].field", "unknown_field", $"The case type has no field '{condition.Where[i].Field}'."));
        }
    }

    public void AssignmentCases(RuleCases cases)
    {
        if (cases.People is { } people && plan.FindCaseType(people) is null)
            problems.Add(new("assignmentCases.people", "unknown_case_type", $"No case type is called '{people}'."));
        if (cases.Household is { } household && plan.FindCaseType(household) is null)
            problems.Add(new("assignmentCases.household", "unknown_case_type", $"No case type is called '{household}'."));
    }

    private void Script(string? source, string path, IReadOnlySet<string> names)
    {
        if (source is null)
            return;
        if (!JsScript.TryParse(source, JsGoal.Expression, out var script, out var error))
        {
            problems.Add(new(path, "syntax_error", $"{error.Message} (line {error.Line}, column {error.Column})"));
            return;
        }

        foreach (var name in script.FreeNames.Where(n => !names.Contains(n) && !_scripts.IsGlobal(n)))
            problems.Add(new(path, "unknown_name", $"'{name}' means nothing here; known are {string.Join(", ", names)}."));
    }

    private static IEnumerable<(string Name, string Path)> NamesUsed(CaseType type, string path) =>
        type.Identity.SelectMany((set, i) => set.Select((name, j) => (name, $"{path}.identity[{i}][{j}]")))
            .Concat(type.Search.Select((name, i) => (name, $"{path}.search[{i}]")))
            .Concat(type.Lookup.Select((name, i) => (name, $"{path}.lookup[{i}]")))
            .Concat(Files.CaseTitle.Names(type.TitleTemplate).Select(name => (name, $"{path}.titleTemplate")));
}
