namespace WorkflowHost.Cases.Sites;

/// <summary>One person's place at one site, from reservation to leaving. A case has at most one that holds a place.</summary>
public sealed class Stay
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>Who stays.</summary>
    public Guid CaseId { get; init; }

    /// <summary>The pool the place is taken from.</summary>
    public Guid PoolId { get; init; }

    /// <summary>Shared by those who were placed together.</summary>
    public Guid GroupId { get; init; }

    /// <summary>Site key.</summary>
    public required string SiteKey { get; init; }

    /// <summary>Segment key.</summary>
    public required string Segment { get; init; }

    /// <summary>Its state.</summary>
    public StayState State { get; set; }

    /// <summary>Key of the assignment rule that decided, or null when a person chose.</summary>
    public string? Rule { get; init; }

    /// <summary>When the place was reserved.</summary>
    public DateTimeOffset ReservedAt { get; init; }

    /// <summary>When the person moved in, or null.</summary>
    public DateTimeOffset? OccupiedAt { get; set; }

    /// <summary>When the person left, or null.</summary>
    public DateTimeOffset? LeftAt { get; set; }

    /// <summary>Why the person left, or null.</summary>
    public string? LeftReason { get; set; }

    /// <summary>Whether it holds a place.</summary>
    public bool HoldsPlace => State is StayState.Reserved or StayState.Occupied;
}
