namespace WorkflowHost.Data;

/// <summary>Where an instance waits. The full bookmark is in the instance's state; this is the index to find it by.</summary>
public sealed class StoredBookmark
{
    public required string Id { get; init; }

    public required string InstanceId { get; init; }

    /// <summary>Stimulus name.</summary>
    public required string Name { get; init; }

    /// <summary>64 hex digits, see StimulusHasher.</summary>
    public required string Hash { get; init; }

    public string? CorrelationId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityNodeId { get; init; }

    public required string ActivityInstanceId { get; init; }

    public string? PayloadJson { get; init; }

    public string? MetadataJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
