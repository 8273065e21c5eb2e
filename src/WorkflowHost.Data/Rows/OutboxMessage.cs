using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>Something to be carried out after the commit, at least once.</summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>Who carries it out: the name of an engine effect (<c>DispatchWorkflow</c>) or any other word of the program.</summary>
    public required string Kind { get; init; }

    /// <summary>What to do, JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>Unique; a message with a known key is not stored again.</summary>
    public required string IdempotencyKey { get; init; }

    public string? InstanceId { get; init; }

    /// <summary>
    /// Empty for what we carry out ourselves; otherwise who it goes to, so that a slow one holds up nobody else.
    /// </summary>
    public string Lane { get; init; } = "";

    /// <summary>Not before this.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>A worker is at it until then; null or past: free.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>Times it was claimed.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public OutboxState State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
