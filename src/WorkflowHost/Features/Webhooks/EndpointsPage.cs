using WorkflowHost.Data;

namespace WorkflowHost.Features.Webhooks;

/// <summary>The receivers of our webhooks.</summary>
/// <param name="NewSecret">Shown once, right after it was made; null otherwise.</param>
public sealed record EndpointsPage(
    IReadOnlyList<EndpointRow> Endpoints, IReadOnlyList<string> Events, EndpointDraft Draft, string? NewSecret, string? Refusal);

/// <param name="Delivered">Successful attempts in the last day.</param>
/// <param name="Failed">Failed attempts in the last day.</param>
public sealed record EndpointRow(WebhookEndpoint Endpoint, int Delivered, int Failed);
