using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>The fields that matter to a table.</summary>
public static class RuleFields
{
    /// <summary>
    /// Fields of people (or of the household) that conditions test or JavaScript rows name, in the order of the case type.
    /// </summary>
    public static IReadOnlyList<RuleField> Of(Plan plan, ConditionSubject whose)
    {
        var household = whose == ConditionSubject.Household;
        var tests = plan.AssignmentRules.SelectMany(r => r.Conditions)
            .Where(c => c.Who == ConditionSubject.Household == household)
            .SelectMany(c => c.Where).ToList();
        var scripts = plan.AssignmentRules.Select(r => r.When).OfType<string>().ToList();
        var known = Known(plan, household);
        var unknown = tests.Select(t => t.Field).Distinct().Where(key => known.All(f => f.Key != key))
            .Select(key => new RuleField(key, null, KindOf(tests, key), null, ValuesOf(tests, key)));
        return
        [
            .. known.Where(f => tests.Exists(t => t.Field == f.Key) || (!household && scripts.Exists(s => Names(s, f.Key))))
                .Select(f => new RuleField(f.Key, f.Label, f.Kind, f.Catalog, ValuesOf(tests, f.Key))),
            .. unknown,
        ];
    }

    /// <summary>All fields a condition may ask about.</summary>
    public static IReadOnlyList<CaseField> Known(Plan plan, bool household)
    {
        var type = household ? plan.AssignmentCases.Household : plan.AssignmentCases.People;
        return [.. plan.CaseTypes.Where(t => type is null || t.Key == type).SelectMany(t => t.Fields).DistinctBy(f => f.Key)];
    }

    private static List<string> ValuesOf(List<FieldTest> tests, string key) =>
        tests.Where(t => t.Field == key).SelectMany(t => t.Values).Distinct().ToList();

    private static CaseFieldKind KindOf(List<FieldTest> tests, string key) =>
        tests.Exists(t => t.Field == key && FieldTest.Compares(t.Is)) ? CaseFieldKind.Number : CaseFieldKind.Text;

    private static bool Names(string script, string field)
    {
        for (var at = script.IndexOf(field, StringComparison.Ordinal); at >= 0; at = script.IndexOf(field, at + 1, StringComparison.Ordinal))
        {
            var end = at + field.Length;
            if ((at == 0 || !IsPart(script[at - 1])) && (end == script.Length || !IsPart(script[end])))
                return true;
        }

        return false;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$';
}
