using System.Text.Json.Nodes;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>A line of the viewer's journal (elsa-studio-contract 5.3).</summary>
public sealed record JournalRecord
{
    public required string Id { get; init; }

    public required string WorkflowDefinitionId { get; init; }

    public required string WorkflowDefinitionVersionId { get; init; }

    public required string WorkflowInstanceId { get; init; }

    public required int WorkflowVersion { get; init; }

    public required string ActivityInstanceId { get; init; }

    public string? ParentActivityInstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityType { get; init; }

    public int ActivityTypeVersion { get; init; }

    public string? ActivityName { get; init; }

    /// <summary>The client reads this name; Elsa's own entity calls it activityNodeId.</summary>
    public required string NodeId { get; init; }

    public required DateTimeOffset Timestamp { get; init; }

    public required long Sequence { get; init; }

    public required string EventName { get; init; }

    public string? Message { get; init; }

    public string? Source { get; init; }

    public JsonObject? ActivityState { get; init; }

    public JsonObject? Payload { get; init; }
}
