using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>An error that escaped an activity, to be listed across instances; the instance's state holds the same.</summary>
public sealed class StoredIncident
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string InstanceId { get; init; }

    public required string ActivityId { get; init; }

    public required string ActivityNodeId { get; init; }

    public required string ActivityType { get; init; }

    public required string ActivityInstanceId { get; init; }

    public required string Message { get; init; }

    public string? ExceptionJson { get; init; }

    public DateTimeOffset At { get; init; }
}
