namespace WorkflowHost.Cases.Assignment;

/// <summary>What a row of the table does when its conditions hold; the words of plan.json with a small first letter.</summary>
public enum RuleKind
{
    /// <summary>Gives a place in its segment at one of its sites, or lets the next row try (unless it is final).</summary>
    Place,

    /// <summary>Bars every place outside its segments and sites, also for a person who chooses by hand.</summary>
    Only,

    /// <summary>Bars every place inside its segments and sites, also for a person who chooses by hand.</summary>
    Never,

    /// <summary>Adds its weight to its sites where another row leaves a choice between several.</summary>
    Prefer,
}
