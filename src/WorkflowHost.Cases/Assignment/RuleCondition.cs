using System.Text.Json.Nodes;

namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// One condition of an assignment rule: <c>{"who": "anyone", "where": [{"field": "edad", "is": "atLeast", "value": 18}]}</c>.
/// All tests are about the same person, so "a woman of 18 or more" is one condition with two tests.
/// </summary>
/// <param name="Who">Whom it asks about.</param>
/// <param name="Where">The tests, all of which must hold.</param>
/// <param name="AtLeast">Lower bound of <see cref="ConditionSubject.Count"/>, or null.</param>
/// <param name="AtMost">Upper bound of <see cref="ConditionSubject.Count"/>, or null.</param>
public sealed record RuleCondition(ConditionSubject Who, IReadOnlyList<FieldTest> Where, int? AtLeast = null, int? AtMost = null)
{
    /// <summary>Whether it holds for that group and the case the place is for.</summary>
    public bool Holds(IReadOnlyList<JsonObject> people, JsonObject household) => Who switch
    {
        ConditionSubject.Anyone => people.Any(Passes),
        ConditionSubject.Everyone => people.All(Passes),
        ConditionSubject.Nobody => !people.Any(Passes),
        ConditionSubject.Count => people.Count(Passes) is var count && !(count < AtLeast) && !(count > AtMost),
        ConditionSubject.Household => Passes(household),
        _ => throw new InvalidOperationException($"Unknown subject {Who}."),
    };

    private bool Passes(JsonObject data) => Where.All(test => test.Holds(data));
}
