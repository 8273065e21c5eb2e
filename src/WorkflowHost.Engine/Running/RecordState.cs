using System.Text.Json.Nodes;
using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Running;

/// <summary>A live activity record at rest.</summary>
internal sealed record RecordState(string Id, string? ParentId, string NodeId, ActivityStatus Status, DateTimeOffset StartedAt)
{
    public bool CallbackPending { get; init; }

    public int Tag { get; init; }

    public int? Counter { get; init; }

    public bool IsBreaking { get; init; }

    public int FaultCount { get; init; }

    public int Depth { get; init; }

    public string? ScheduledById { get; init; }

    public string? ScheduledByActivityId { get; init; }

    public JsonObject? Properties { get; init; }

    public FlowchartState? Flow { get; init; }

    public IReadOnlyList<StoredVariable> Variables { get; init; } = [];
}

/// <summary>A variable value at rest; dynamic ones are not in the definition.</summary>
internal sealed record StoredVariable(string Id, bool IsDynamic, object? Value);

/// <summary>Work that was queued when the burst ended; only cancellation or a limit leaves some.</summary>
internal sealed record QueuedWork(string NodeId, string? OwnerId, string? RecordId, bool NotifyOwner, int Tag);
