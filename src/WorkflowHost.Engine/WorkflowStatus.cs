namespace WorkflowHost.Engine;

/// <summary>Main status of an instance. A Finished instance never changes again (elsa-semantics 2.12).</summary>
public enum WorkflowStatus
{
    /// <summary>Pending, executing, suspended or interrupted.</summary>
    Running,

    /// <summary>Finished, cancelled or faulted.</summary>
    Finished,
}

/// <summary>What a running instance waits for, or how a finished one ended. Spelled as Elsa spells it: Cancelled with two l.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Created, no burst has run.</summary>
    Pending,

    /// <summary>A burst is running.</summary>
    Executing,

    /// <summary>The last burst ended and at least one activity is not complete.</summary>
    Suspended,

    /// <summary>Every activity is complete, or Finish was reached.</summary>
    Finished,

    /// <summary>Cancelled from outside.</summary>
    Cancelled,

    /// <summary>A fault met the Fault strategy.</summary>
    Faulted,

    /// <summary>The host stopped in the middle of a burst; counts as Running (decision B12).</summary>
    Interrupted,
}

/// <summary>Status of one activity record. Spelled as Elsa spells it: Canceled with one l.</summary>
public enum ActivityStatus
{
    /// <summary>Scheduled, not started, or its precondition failed.</summary>
    Pending,

    /// <summary>Started and not complete; it may wait for a bookmark or for its children.</summary>
    Running,

    /// <summary>Completed with outcomes.</summary>
    Completed,

    /// <summary>Cancelled by its container, by a race, or with the instance.</summary>
    Canceled,

    /// <summary>An error escaped; there is an incident for it.</summary>
    Faulted,
}
