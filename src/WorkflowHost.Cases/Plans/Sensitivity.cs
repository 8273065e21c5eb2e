namespace WorkflowHost.Cases.Plans;

/// <summary>
/// How delicate a field, form or task is. The levels are not a ladder: a role lists each one it may read.
/// </summary>
public enum Sensitivity
{
    /// <summary>Anybody who works here.</summary>
    General,

    /// <summary>Who somebody is and how to reach them.</summary>
    Personal,

    /// <summary>Health.</summary>
    Medical,

    /// <summary>What could endanger somebody: violence, persecution, minors under protection.</summary>
    Protected,
}
