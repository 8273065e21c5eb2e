namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// A condition about people in the one form the search knows: the number of people of a group who pass (or, negated, do
/// not pass) a predicate lies between two bounds.
/// </summary>
internal readonly record struct CountBound(int Predicate, bool Negated, int AtLeast, int AtMost)
{
    public const int NoMost = int.MaxValue;

    public static CountBound Of(int predicate, RuleCondition condition) => condition.Who switch
    {
        ConditionSubject.Anyone => new(predicate, false, 1, NoMost),
        ConditionSubject.Everyone => new(predicate, true, 0, 0),
        ConditionSubject.Nobody => new(predicate, false, 0, 0),
        _ => new(predicate, false, condition.AtLeast ?? 0, condition.AtMost ?? NoMost),
    };

    public bool Counts(bool[] person) => person[Predicate] != Negated;

    /// <summary>The ways in which it can fail to hold.</summary>
    public IEnumerable<CountBound> Opposites()
    {
        if (AtLeast > 0)
            yield return this with { AtLeast = 0, AtMost = AtLeast - 1 };
        if (AtMost < NoMost)
            yield return this with { AtLeast = AtMost + 1, AtMost = NoMost };
    }
}
