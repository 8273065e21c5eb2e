namespace WorkflowHost.Delivery;

/// <summary>A message to one endpoint, as an outbox row carries it.</summary>
/// <param name="MessageId">The same at every attempt and endpoint; receivers recognise repetitions by it.</param>
/// <param name="Body">Sent byte for byte as it stands here.</param>
public sealed record WebhookMessage(Guid EndpointId, string MessageId, string EventType, string Body);
