using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>One execution of an activity, without its values (elsa-studio-contract 5.4).</summary>
public record ActivityExecutionSummary
{
    public required string Id { get; init; }

    public required string WorkflowInstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityNodeId { get; init; }

    public required string ActivityType { get; init; }

    public int ActivityTypeVersion { get; init; }

    public string? ActivityName { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public bool HasBookmarks { get; init; }

    public JsonObject Metadata { get; init; } = [];

    public required ActivityStatus Status { get; init; }

    public int AggregateFaultCount { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }
}
