namespace WorkflowHost.Data;

/// <summary>When the deadline of an open task wants attention next. Gone in the same commit that closes the task.</summary>
public sealed class StoredTaskTimer
{
    public Guid TaskId { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>A worker is at it until then; null or past: free.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Attempts { get; set; }
}
