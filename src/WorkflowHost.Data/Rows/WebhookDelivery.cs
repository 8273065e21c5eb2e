using WorkflowHost.Cases;

namespace WorkflowHost.Data;

/// <summary>One attempt to tell an endpoint of an event.</summary>
public sealed class WebhookDelivery
{
    public Guid Id { get; init; } = OrderedId.Next();

    public Guid EndpointId { get; init; }

    /// <summary>Id of the event, the same at every attempt and endpoint.</summary>
    public required string MessageId { get; init; }

    public required string EventType { get; init; }

    public required string Payload { get; init; }

    public int Attempt { get; init; }

    public DateTimeOffset At { get; init; }

    public int DurationInMilliseconds { get; init; }

    /// <summary>Status code, or null when no answer came.</summary>
    public int? StatusCode { get; init; }

    public string? Error { get; init; }

    public bool Succeeded { get; init; }
}
