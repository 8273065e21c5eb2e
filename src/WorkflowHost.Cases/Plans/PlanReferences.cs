using JsExpressions;
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
    }

    public void Site(Site site, string path)
    {
        foreach (var segment in site.Capacity.Keys.Where(s => plan.FindSegment(s) is null))
            problems.Add(new($"{path}.capacity.{segment}", "unknown_segment", $"No segment is called '{segment}'."));
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

    public void Indicator(IndicatorDefinition indicator, string path)
    {
        if (plan.FactTypes.All(f => f.Key != indicator.Fact))
            problems.Add(new($"{path}.fact", "unknown_fact_type", $"No fact type is called '{indicator.Fact}'."));
        Script(indicator.Filter, $"{path}.filter", IndicatorNames);
        if (indicator.Evidence is not ("case" or "submission"))
            problems.Add(new($"{path}.evidence", "unknown_word", "Evidence is either case or submission."));
    }

    public void Rule(AssignmentRule rule, string path)
    {
        if (plan.FindSegment(rule.Segment) is null)
            problems.Add(new($"{path}.segment", "unknown_segment", $"No segment is called '{rule.Segment}'."));
        Script(rule.When, $"{path}.when", AssignmentFacts.Names);
        for (var i = 0; i < rule.Sites.Count; i++)
        {
            if (plan.FindSite(rule.Sites[i]) is null)
                problems.Add(new($"{path}.sites[{i}]", "unknown_site", $"No site is called '{rule.Sites[i]}'."));
        }
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
