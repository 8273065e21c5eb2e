using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>
/// One line of the execution log (elsa-studio-contract 5.3). The ids of instance, definition and version are those of the
/// commit and are left out; the sequence is unique within the instance.
/// </summary>
public sealed record JournalEntry
{
    /// <summary>Position within the instance, counted from 0 across all bursts.</summary>
    public required int Sequence { get; init; }

    /// <summary>Time of the burst.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Started, Completed, Suspended, Resumed, Faulted, Canceled, or a custom word.</summary>
    public required string EventName { get; init; }

    /// <summary>Id of the activity record.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>Id of the owning activity record; null for the workflow itself.</summary>
    public string? ParentActivityInstanceId { get; init; }

    /// <summary>Id of the activity in the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Type name, for example <c>Elsa.WriteLine</c>.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the activity type.</summary>
    public int ActivityTypeVersion { get; init; } = 1;

    /// <summary>Display name of the activity, or null.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Colon-joined path of the activity.</summary>
    public required string NodeId { get; init; }

    /// <summary>Text for people, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Who wrote a custom entry, or null.</summary>
    public string? Source { get; init; }

    /// <summary>Facts such as <c>Outcomes</c>, <c>ResumeAt</c> or the exception; null when there are none.</summary>
    public JsonObject? Payload { get; init; }
}
