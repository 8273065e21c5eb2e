using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>A webhook that was taken in; the same message of the same source has no second effect.</summary>
public sealed class WebhookReceipt
{
    public Guid Id { get; init; } = OrderedId.Next();

    public required string Source { get; init; }

    /// <summary>The sender's id, unique per source.</summary>
    public required string MessageId { get; init; }

    public required string BodyHash { get; init; }

    public string? InstanceId { get; set; }

    public DateTimeOffset At { get; init; }
}
