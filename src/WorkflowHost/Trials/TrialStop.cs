namespace WorkflowHost.Trials;

/// <summary>Why an automatic run went no further at one place.</summary>
/// <param name="Form">The form that was asked for; null when it was no form.</param>
/// <param name="About">What the task is about, or null.</param>
/// <param name="Detail">Fields and reasons, or an error, as data: not yet words for the screen.</param>
public sealed record TrialStop(TrialStopKind Kind, string? Form, string? About, string Detail)
{
    /// <summary>How often, in a run of many families.</summary>
    public int Count { get; init; } = 1;
}

public enum TrialStopKind
{
    /// <summary>No answers the form accepts were found.</summary>
    Unfillable,

    /// <summary>The work refused the answers.</summary>
    Refused,

    /// <summary>The same was asked over and over.</summary>
    Repeats,

    /// <summary>A step failed.</summary>
    Incident,

    /// <summary>Waits for something from outside.</summary>
    WaitsForEvent,

    /// <summary>So many answers were given that the run was ended.</summary>
    TooLong,
}
