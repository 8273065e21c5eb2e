using WorkflowHost.Data;

namespace WorkflowHost.Features.Webhooks;

/// <summary>The receivers of our webhooks, and the sources whose webhooks we receive.</summary>
/// <param name="Sources">Keys in the plan; each has the address <c>POST /webhooks/{source}</c>.</param>
/// <param name="NewSecret">Shown in this answer only; null otherwise.</param>
public sealed record EndpointsPage(
    IReadOnlyList<EndpointRow> Endpoints, IReadOnlyList<string> Events, IReadOnlyList<string> Sources, EndpointDraft Draft,
    string? NewSecret, string? Refusal);

/// <param name="Delivered">Successful attempts in the last day.</param>
/// <param name="Failed">Failed attempts in the last day.</param>
public sealed record EndpointRow(WebhookEndpoint Endpoint, int Delivered, int Failed);
