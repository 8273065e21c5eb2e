using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// Looks for a family for which some rows hold and others do not. People are reduced to the ways in which they answer the
/// predicates of the table; then conditions are bounds on counts, and a row that must not hold is tried with each of its
/// conditions turned round. Both "there is one" and "there is none" are certain; where the table is too large to be sure
/// the answer is <see cref="SearchAnswer.Unknown"/>. JavaScript conditions are not looked at.
/// </summary>
internal sealed class GroupSearch
{
    private const int MostSteps = 40_000;
    private const int MostPeople = 60;

    private readonly Dictionary<RuleCondition, int> _predicates = [];
    private readonly List<IReadOnlyList<FieldTest>> _people = [];
    private readonly List<IReadOnlyList<FieldTest>> _households = [];
    private readonly AnswerKinds _persons;
    private readonly AnswerKinds _houses;
    private readonly int _anybody;
    private int _steps;

    public GroupSearch(Plan plan, IReadOnlyList<AssignmentRule> rules, IReadOnlyDictionary<string, IReadOnlyList<string>> catalogs)
    {
        foreach (var condition in rules.SelectMany(r => r.Conditions))
        {
            var list = condition.Who == ConditionSubject.Household ? _households : _people;
            list.Add(condition.Where);
            _predicates[condition] = list.Count - 1;
        }

        _people.Add([]);
        _anybody = _people.Count - 1;
        _persons = new AnswerKinds(_people, plan, plan.AssignmentCases.People, catalogs);
        _houses = new AnswerKinds(_households, plan, plan.AssignmentCases.Household, catalogs);
    }

    /// <summary>A family for which all of <paramref name="hold"/> hold and none of <paramref name="fail"/> does.</summary>
    public SearchAnswer Find(IReadOnlyList<AssignmentRule> hold, IReadOnlyList<AssignmentRule> fail)
    {
        if (!_persons.Complete || !_houses.Complete)
            return new SearchAnswer.Unknown();
        _steps = 0;
        foreach (var house in _houses.All)
        {
            if (hold.SelectMany(Households).Any(h => !house.Answers[h]))
                continue;
            var bounds = hold.SelectMany(People).Append(new CountBound(_anybody, false, 1, CountBound.NoMost)).ToList();
            var open = fail.Where(r => Households(r).All(h => house.Answers[h])).ToList();
            if (Search(bounds, open) is { } people)
                return new SearchAnswer.Found(new GroupExample([.. people.Select(p => Copy(p.Example))], Copy(house.Example)));
        }

        return _steps > MostSteps ? new SearchAnswer.Unknown() : new SearchAnswer.None();
    }

    private List<AnswerKind>? Search(List<CountBound> bounds, List<AssignmentRule> fail)
    {
        if (Fill(bounds, []) is not { } group)
            return null;
        if (fail.Find(rule => People(rule).All(bound => Within(bound, group))) is not { } wrong)
            return group;
        var rest = fail.Where(rule => rule != wrong).ToList();
        foreach (var bound in People(wrong))
        {
            foreach (var opposite in bound.Opposites())
            {
                if (Search([.. bounds, opposite], rest) is { } found)
                    return found;
            }
        }

        return null;
    }

    // A group has somebody for its first unmet lower bound: whoever that can be is tried.
    private List<AnswerKind>? Fill(List<CountBound> bounds, List<AnswerKind> group)
    {
        if (++_steps > MostSteps || group.Count > MostPeople)
        {
            _steps = MostSteps + 1;
            return null;
        }

        var unmet = bounds.FindIndex(bound => Count(bound, group) < bound.AtLeast);
        if (unmet < 0)
            return group;
        foreach (var kind in _persons.All.Where(kind => bounds[unmet].Counts(kind.Answers)))
        {
            List<AnswerKind> larger = [.. group, kind];
            if (bounds.TrueForAll(bound => Count(bound, larger) <= bound.AtMost) && Fill(bounds, larger) is { } filled)
                return filled;
        }

        return null;
    }

    private static int Count(CountBound bound, List<AnswerKind> group) => group.Count(kind => bound.Counts(kind.Answers));

    private static bool Within(CountBound bound, List<AnswerKind> group) =>
        Count(bound, group) is var count && count >= bound.AtLeast && count <= bound.AtMost;

    private IEnumerable<CountBound> People(AssignmentRule rule) => rule.Conditions
        .Where(c => c.Who != ConditionSubject.Household)
        .Select(c => CountBound.Of(_predicates[c], c));

    private IEnumerable<int> Households(AssignmentRule rule) => rule.Conditions
        .Where(c => c.Who == ConditionSubject.Household)
        .Select(c => _predicates[c]);

    private static JsonObject Copy(JsonObject data) => (JsonObject)data.DeepClone();
}
