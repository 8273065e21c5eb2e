using WorkflowHost.Engine;

namespace WorkflowHost.Features.Workflows.Journal;

/// <summary>The badge of a node: how often it began and ended, and whether it waits or failed. One per node.</summary>
public sealed record ActivityExecutionStats
{
    public required string ActivityId { get; init; }

    public required string ActivityNodeId { get; init; }

    public required int StartedCount { get; init; }

    public required int CompletedCount { get; init; }

    public required int UncompletedCount { get; init; }

    public required bool IsBlocked { get; init; }

    public required bool IsFaulted { get; init; }

    public required int AggregateFaultCount { get; init; }

    public static IReadOnlyList<ActivityExecutionStats> Of(IEnumerable<ActivityRecord> records) =>
    [
        .. records.GroupBy(r => r.ActivityNodeId).Select(node => new ActivityExecutionStats
        {
            ActivityId = node.First().ActivityId,
            ActivityNodeId = node.Key,
            StartedCount = node.Count(),
            CompletedCount = node.Count(r => r.Status == ActivityStatus.Completed),
            UncompletedCount = node.Count(r => r.CompletedAt is null),
            IsBlocked = node.Any(r => r.HasBookmarks),
            IsFaulted = node.Any(r => r.Status == ActivityStatus.Faulted),
            AggregateFaultCount = node.Sum(r => r.AggregateFaultCount),
        }),
    ];
}
