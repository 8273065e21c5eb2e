using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Webhooks;

/// <summary>What was sent to one endpoint, newest first.</summary>
/// <param name="Waiting">Messages still to be sent to it.</param>
public sealed record DeliveriesPage(WebhookEndpoint Endpoint, PageOf<WebhookDelivery> Deliveries, int Waiting);
