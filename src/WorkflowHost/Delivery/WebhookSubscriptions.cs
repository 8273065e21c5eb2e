using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Delivery;

/// <summary>Who wants to be told of which events. Kept in memory; refresh it after endpoints were changed.</summary>
public sealed class WebhookSubscriptions(IDbContextFactory<WorkDb> databases)
{
    private volatile IReadOnlyList<WebhookEndpoint> _endpoints = [];

    public async Task RefreshAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        _endpoints = await db.WebhookEndpoints.AsNoTracking().Where(e => e.IsEnabled).ToListAsync(ct);
    }

    public WebhookEndpoint? Find(Guid id) => _endpoints.FirstOrDefault(endpoint => endpoint.Id == id);

    public IEnumerable<WebhookEndpoint> For(string eventType) =>
        _endpoints.Where(endpoint => endpoint.EventTypes.Count == 0 || endpoint.EventTypes.Contains(eventType));
}
