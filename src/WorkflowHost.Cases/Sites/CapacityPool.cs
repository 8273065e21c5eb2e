namespace WorkflowHost.Cases.Sites;

/// <summary>The places of one segment at one site.</summary>
public sealed class CapacityPool
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>Site key.</summary>
    public required string SiteKey { get; init; }

    /// <summary>Segment key.</summary>
    public required string Segment { get; init; }

    /// <summary>Places there are.</summary>
    public int Capacity { get; set; }

    /// <summary>Places reserved or occupied. May exceed the capacity after that was lowered.</summary>
    public int Taken { get; set; }

    /// <summary>Places that can be given away, never negative.</summary>
    public int Free => Math.Max(0, Capacity - Taken);
}
