using WorkflowHost.Cases.Assignment;

namespace WorkflowHost.Cases.Plans;

/// <summary>Rows of the assignment table from plan.json, the older form with <c>when</c> and one <c>segment</c> included.</summary>
internal static class RuleReader
{
    public static AssignmentRule Read(PlanNode n)
    {
        var kind = n.Word("kind", RuleKind.Place);
        return new AssignmentRule
        {
            Key = n.Required("key"),
            Title = n.Localized("title"),
            Kind = kind,
            Conditions = n.List("conditions", ReadCondition),
            When = n.Optional("when"),
            Segments = kind == RuleKind.Place ? [n.Required("segment")] : n.Texts("segments"),
            Sites = ReadSites(n),
            SiteNeeds = n.List("siteNeeds", c => ReadTest(c, "feature")),
            KeepFree = n.Whole("keepFree", 0),
            Weight = n.Whole("weight", 1),
            Reason = n.Localized("reason"),
            Final = n.Flag("final"),
        };
    }

    private static RuleCondition ReadCondition(PlanNode n)
    {
        var condition = new RuleCondition(
            n.Word("who", ConditionSubject.Anyone),
            n.List("where", c => ReadTest(c, "field")),
            n.Has("atLeast") ? n.Whole("atLeast", 0) : null,
            n.Has("atMost") ? n.Whole("atMost", 0) : null);
        if (!n.Has("who"))
            n.Note("who", "required", "A text is required here.");
        if (condition.Who == ConditionSubject.Count && condition is { AtLeast: null, AtMost: null })
            n.Note("atLeast", "count_without_bounds", "A count needs a lower bound, an upper bound, or both.");
        if (condition.Who != ConditionSubject.Count && condition.Where.Count == 0)
            n.Note("where", "condition_without_test", "A condition needs at least one test.");
        return condition;
    }

    public static FieldTest ReadTest(PlanNode n, string named)
    {
        var test = new FieldTest(n.Required(named), n.Word("is", FieldOperator.Yes), n.Plain("value"));
        if (FieldTest.Compares(test.Is) && test.Values is not [{ Length: > 0 }])
            n.Note("value", "one_value", "Exactly one value is expected here.");
        if (FieldTest.Chooses(test.Is) && test.Values.Count == 0)
            n.Note("value", "some_value", "At least one value is expected here.");
        return test;
    }

    // "*" is every site; the model says that with an empty list.
    private static IReadOnlyList<string> ReadSites(PlanNode n)
    {
        if (n.IsText("sites"))
        {
            if (n.Optional("sites") is not "*")
                n.Note("sites", "not_sites", "A list of site keys or \"*\" is expected here.");
            return [];
        }

        return n.Texts("sites");
    }
}
