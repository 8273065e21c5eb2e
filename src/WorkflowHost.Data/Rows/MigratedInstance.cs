namespace WorkflowHost.Data;

/// <summary>What a migration did with one instance.</summary>
public sealed class MigratedInstance
{
    public required Guid MigrationId { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Version id it ran on.</summary>
    public required string FromVersionId { get; init; }

    public int FromVersion { get; init; }

    public MigrationResult Result { get; set; }

    /// <summary>JSON list of reasons why it was left where it was; empty when it was moved.</summary>
    public string ReasonsJson { get; init; } = "[]";

    /// <summary>Revision right after the move: while it is still this one, the instance has not gone on.</summary>
    public long RevisionAfter { get; init; }

    /// <summary>State before the move; null when it was left, or cannot be taken back any more.</summary>
    public string? StateBefore { get; set; }

    public DateTimeOffset At { get; init; }
}
