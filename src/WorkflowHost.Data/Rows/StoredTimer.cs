namespace WorkflowHost.Data;

/// <summary>A bookmark that the host must resume by itself. Gone in the same commit that burns the bookmark.</summary>
public sealed class StoredTimer
{
    public required string BookmarkId { get; init; }

    public required string InstanceId { get; init; }

    public DateTimeOffset DueAt { get; init; }

    /// <summary>A worker is at it until then; null or past: free.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public int Attempts { get; set; }
}
