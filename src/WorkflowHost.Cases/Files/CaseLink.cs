namespace WorkflowHost.Cases.Files;

/// <summary>That one case belongs to another, in a role; unique by both ends and kind.</summary>
public sealed class CaseLink
{
    /// <summary>Id, version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>The case that has.</summary>
    public Guid FromId { get; init; }

    /// <summary>The case that belongs.</summary>
    public Guid ToId { get; init; }

    /// <summary>Key of the link kind.</summary>
    public required string Kind { get; init; }

    /// <summary>Role of the second in the first, or null.</summary>
    public string? Role { get; init; }

    /// <summary>When it was linked.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
