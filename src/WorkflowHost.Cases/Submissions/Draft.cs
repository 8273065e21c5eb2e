namespace WorkflowHost.Cases.Submissions;

/// <summary>An unfinished form somebody keeps; one per person and task (or per person and form to start).</summary>
public sealed class Draft
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; } = OrderedId.Next();

    /// <summary>Whose it is (user name).</summary>
    public required string Owner { get; init; }

    /// <summary>Key of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Version it began with.</summary>
    public int FormVersion { get; init; }

    /// <summary>The task, or null for a form that starts a workflow.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>The answers so far, a JSON object, not validated.</summary>
    public string DataJson { get; set; } = "{}";

    /// <summary>When it was last kept.</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
