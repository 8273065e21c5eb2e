using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>
/// Adds parts to the form of a row and takes them out: <c>add-condition</c>, <c>drop-condition:1</c>, <c>add-test:1</c>,
/// <c>drop-test:1.0</c>, <c>add-need</c>, <c>drop-need:0</c>, <c>add-site</c>. Other words change nothing.
/// </summary>
public static class RuleParts
{
    public static RuleInput Change(RuleInput input, string act)
    {
        var word = act.Split(':')[0];
        var at = act.Contains(':', StringComparison.Ordinal)
            ? act[(act.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('.').Select(n => int.TryParse(n, out var i) ? i : -1).ToList()
            : [];
        switch (word)
        {
            case "add-condition":
                input.Conditions.Add(new ConditionInput { Where = [new TestInput()] });
                break;
            case "drop-condition" when Has(input.Conditions, at, 0):
                input.Conditions.RemoveAt(at[0]);
                break;
            case "add-test" when Has(input.Conditions, at, 0):
                input.Conditions[at[0]].Where.Add(new TestInput());
                break;
            case "drop-test" when Has(input.Conditions, at, 0) && Has(input.Conditions[at[0]].Where, at, 1):
                input.Conditions[at[0]].Where.RemoveAt(at[1]);
                break;
            case "add-need":
                input.Needs.Add(new TestInput());
                break;
            case "drop-need" when Has(input.Needs, at, 0):
                input.Needs.RemoveAt(at[0]);
                break;
        }

        input.Sites.RemoveAll(string.IsNullOrEmpty);
        foreach (var condition in input.Conditions.Where(c => c.Who != ConditionSubject.Count && c.Where.Count == 0))
            condition.Where.Add(new TestInput());
        return input;
    }

    private static bool Has<T>(List<T> list, List<int> at, int depth) => at.Count > depth && at[depth] >= 0 && at[depth] < list.Count;
}
