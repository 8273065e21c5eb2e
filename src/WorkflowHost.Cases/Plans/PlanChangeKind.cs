namespace WorkflowHost.Cases.Plans;

/// <summary>In what way a part of the plan became another.</summary>
public enum PlanChangeKind
{
    /// <summary>A whole thing (a role, a site, a rule, a field) is new.</summary>
    Added,

    /// <summary>A whole thing is gone.</summary>
    Removed,

    /// <summary>A thing has another place in its list; before and after are places, counted from 1.</summary>
    Moved,

    /// <summary>One property has another value; null is none.</summary>
    Changed,

    /// <summary>A property that is a list has one word more.</summary>
    Gained,

    /// <summary>A property that is a list has one word less.</summary>
    Lost,
}
