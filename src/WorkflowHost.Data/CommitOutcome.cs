namespace WorkflowHost.Data;

/// <summary>How a unit of work ended, and the table that decided when it was refused (for logs).</summary>
public readonly record struct CommitOutcome(CommitResult Result, string? Detail = null)
{
    public bool IsCommitted => Result == CommitResult.Committed;

    public static CommitOutcome Committed { get; } = new(CommitResult.Committed);
}
