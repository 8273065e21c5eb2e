using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Delivery;

/// <summary>Really sends.</summary>
internal sealed class Outward(WebhookDelivering webhooks, WorkflowRequests requests) : IOutward
{
    public Task<DeliveryVerdict> DeliverAsync(OutboxMessage message, CancellationToken ct) => webhooks.AttemptAsync(message, ct);

    public Task<HttpAnswer> RequestAsync(SendHttp send, CancellationToken ct) => requests.SendAsync(send, ct);
}
