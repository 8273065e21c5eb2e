namespace WorkflowHost.Engine;

/// <summary>
/// Elsa's commit strategies (elsa-semantics 3.12): when, within a burst, Elsa writes to its store. Here a burst is one transaction and
/// everything outside happens after it as a row of that transaction, so an earlier write would protect nothing: names are read,
/// kept, offered to the designer, and change no result.
/// </summary>
public static class CommitStrategies
{
    /// <summary>Strategies of a workflow.</summary>
    public static IReadOnlyList<string> OfWorkflows { get; } =
        ["WorkflowExecuting", "WorkflowExecuted", "ActivityExecuting", "ActivityExecuted"];

    /// <summary>Strategies of an activity.</summary>
    public static IReadOnlyList<string> OfActivities { get; } = ["CommitAlways", "CommitNever", "Executing", "Executed"];

    /// <summary>Whether Elsa would write at a moment of an activity's execution: the activity's strategy first, else the workflow's.</summary>
    /// <param name="workflow">Name of the workflow's strategy; null or unknown = none.</param>
    /// <param name="activity">Name of the activity's strategy; null or unknown = none.</param>
    /// <param name="executed">False before the activity runs, true after.</param>
    public static bool Commits(string? workflow, string? activity, bool executed) => activity switch
    {
        "CommitAlways" => true,
        "CommitNever" => false,
        "Executing" => !executed,
        "Executed" => executed,
        _ => workflow == (executed ? "ActivityExecuted" : "ActivityExecuting"),
    };
}
