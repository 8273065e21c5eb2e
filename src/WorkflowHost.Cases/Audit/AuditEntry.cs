namespace WorkflowHost.Cases.Audit;

/// <summary>
/// That somebody did something to something. Append-only. Ids and words only: a person's data is never in it.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Position in the trail, given by the database; gaps are possible, order is by time of commit.</summary>
    public long Sequence { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>User name, <c>webhook:source</c> or <c>system</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Dotted past fact: <c>case.created</c>, <c>place.reserved</c>, <c>task.completed</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of thing: <c>case</c>, <c>task</c>, <c>site</c>, <c>instance</c>, …</summary>
    public required string Subject { get; init; }

    /// <summary>Its id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>The workflow instance it happened in, or null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>JSON object with keys, counts and codes, or null.</summary>
    public string? DetailJson { get; init; }
}
