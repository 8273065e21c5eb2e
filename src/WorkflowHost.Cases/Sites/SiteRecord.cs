namespace WorkflowHost.Cases.Sites;

/// <summary>What a site of the plan is like now.</summary>
public sealed class SiteRecord
{
    /// <summary>Key in the plan.</summary>
    public required string Key { get; init; }

    /// <summary>Its state.</summary>
    public SiteState State { get; set; }

    /// <summary>When it first opened, or null.</summary>
    public DateTimeOffset? OpenedAt { get; set; }

    /// <summary>When it was last closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public long Revision { get; set; }
}
