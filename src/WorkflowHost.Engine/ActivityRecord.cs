using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>
/// Snapshot of one activity execution as the instance viewer shows it (elsa-studio-contract 5.4). A record that lives through
/// several bursts appears in the commit of each; the last one with the same <see cref="Id"/> counts.
/// </summary>
public sealed record ActivityRecord
{
    /// <summary>Id of the activity record, 16 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Colon-joined path of the activity.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Type name, for example <c>Elsa.RunTask</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the activity type.</summary>
    public int ActivityTypeVersion { get; init; } = 1;

    /// <summary>Display name of the activity, or null.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Evaluated inputs by name; empty when there are none.</summary>
    public required JsonObject ActivityState { get; init; }

    /// <summary>Outputs by name; null when none was set.</summary>
    public JsonObject? Outputs { get; init; }

    /// <summary>Journal data such as <c>Outcomes</c>; null when there are none.</summary>
    public JsonObject? Payload { get; init; }

    /// <summary>What the activity keeps between bursts; null when nothing.</summary>
    public JsonObject? Properties { get; init; }

    /// <summary>The error that faulted it, or null.</summary>
    public IncidentException? Exception { get; init; }

    /// <summary>When it was first executed.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it completed or was cancelled; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>True while a bookmark of it exists.</summary>
    public bool HasBookmarks { get; init; }

    /// <summary>Pending, Running, Completed, Canceled or Faulted.</summary>
    public required ActivityStatus Status { get; init; }

    /// <summary>Faults of it and of everything below it.</summary>
    public int AggregateFaultCount { get; init; }

    /// <summary>Record whose completion or execution scheduled this one; null for the workflow.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>Activity id of the scheduling record.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>Number of scheduling steps from the workflow to here.</summary>
    public int CallStackDepth { get; init; }
}
