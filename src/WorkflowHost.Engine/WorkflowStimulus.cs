using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>The one thing that happens to an instance in a burst.</summary>
public abstract record WorkflowStimulus;

/// <summary>Create the instance and run it; <see cref="WorkflowActivation.State"/> is null.</summary>
public sealed record StartWorkflow : WorkflowStimulus
{
    /// <summary>Workflow input by name; null = none.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>Correlation id, or null.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The trigger that fired: the flowchart starts at this activity and it does not wait. Null for a manual start.</summary>
    public string? TriggerActivityId { get; init; }

    /// <summary>The instance that dispatched this one, or null.</summary>
    public string? ParentInstanceId { get; init; }

    /// <summary>
    /// Name of the dispatching activity type when the parent waits (<see cref="DispatchWorkflow.DispatchedBy"/>); the commit that
    /// finishes the instance then carries a <see cref="ResumeParent"/>. Null when nobody waits.
    /// </summary>
    public string? ParentWaitsAt { get; init; }

    /// <summary>Name of the instance, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Instance properties; <c>Flowchart:ExecutionMode</c> chooses the flowchart mode. Null = none.</summary>
    public JsonObject? Properties { get; init; }
}

/// <summary>Continue at a bookmark. An unknown id schedules nothing and changes nothing.</summary>
/// <param name="BookmarkId">Id of the bookmark.</param>
/// <param name="Input">Replaces the workflow input for this burst; null = none.</param>
public sealed record ResumeBookmark(string BookmarkId, JsonObject? Input) : WorkflowStimulus;

/// <summary>Run the instance without a bookmark: queued work, else the workflow from its root once more (elsa-semantics 2.1).</summary>
public sealed record RunAgain : WorkflowStimulus;

/// <summary>Cancel the instance with everything that is open in it; the journal says so (decision B9).</summary>
/// <param name="Reason">Text for the journal, or null.</param>
public sealed record CancelInstance(string? Reason) : WorkflowStimulus;

/// <summary>Run a faulted activity record once more so that the instance can go on and finish (decision B8).</summary>
/// <param name="ActivityInstanceId">The record an incident names.</param>
public sealed record RetryActivity(string ActivityInstanceId) : WorkflowStimulus;

/// <summary>
/// Elsa's retry by activity id (elsa-semantics 3.17): a new record in the nearest running flowchart; a faulted record stays, so that the
/// flowchart never completes. <see cref="RetryActivity"/> is the repair (decision B8).
/// </summary>
/// <param name="ActivityId">Id of the activity in the definition.</param>
public sealed record ScheduleActivity(string ActivityId) : WorkflowStimulus;

/// <summary>Gives a variable a value from outside; the journal says so. An unknown id changes nothing.</summary>
/// <param name="VariableId">Id of the variable, in any live scope.</param>
/// <param name="Value">Converted to the variable's type; null = none.</param>
public sealed record ModifyVariable(string VariableId, System.Text.Json.Nodes.JsonNode? Value) : WorkflowStimulus;

/// <summary>Cancel one activity record; its container goes on as if the branch were dead.</summary>
/// <param name="ActivityInstanceId">A record that is running or faulted.</param>
public sealed record CancelActivity(string ActivityInstanceId) : WorkflowStimulus;
