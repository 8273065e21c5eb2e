using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>A way to start a published definition. Replaced as a whole when the definition is published or retracted.</summary>
public sealed class PublishedTrigger
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string DefinitionId { get; init; }

    public required string DefinitionVersionId { get; init; }

    public required string ActivityId { get; init; }

    public string ActivityType { get; init; } = "";

    /// <summary>Stimulus name.</summary>
    public required string Name { get; init; }

    public required string Hash { get; init; }

    public string? PayloadJson { get; init; }

    /// <summary>Next time for time triggers; null for others.</summary>
    public DateTimeOffset? DueAt { get; set; }
}
