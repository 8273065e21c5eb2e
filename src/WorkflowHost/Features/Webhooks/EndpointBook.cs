using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Webhooks;

/// <summary>Keeps the receivers of our webhooks and sends a message again on request.</summary>
public sealed class EndpointBook(
    WorkDb db, PublishedContent content, WebhookSecrets secrets, WebhookSubscriptions subscriptions, AuditPen audit,
    CurrentStaff staff, TimeProvider time)
{
    private const int PageSize = 30;

    public async Task<EndpointsPage> ReadAsync(EndpointDraft draft, string? newSecret, string? refusal, CancellationToken stop)
    {
        var since = time.GetUtcNow().AddDays(-1);
        var endpoints = await db.WebhookEndpoints.AsNoTracking().OrderBy(endpoint => endpoint.CreatedAt).ToListAsync(stop);
        var counts = await db.WebhookDeliveries.AsNoTracking()
            .Where(delivery => delivery.At >= since)
            .GroupBy(delivery => new { delivery.EndpointId, delivery.Succeeded })
            .Select(group => new { group.Key.EndpointId, group.Key.Succeeded, Count = group.Count() })
            .ToListAsync(stop);
        int Count(Guid id, bool succeeded) =>
            counts.FirstOrDefault(count => count.EndpointId == id && count.Succeeded == succeeded)?.Count ?? 0;
        return new EndpointsPage(
            [.. endpoints.Select(endpoint => new EndpointRow(endpoint, Count(endpoint.Id, true), Count(endpoint.Id, false)))],
            content.Current.Plan.Events, [.. content.Current.Plan.WebhookSources.Select(source => source.Key)], draft, newSecret, refusal);
    }

    /// <summary>The secret in clear, for the one time it is shown; null when the address is no address.</summary>
    public async Task<string?> AddAsync(EndpointDraft draft, CancellationToken stop)
    {
        if (!Uri.TryCreate(draft.Url?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            return null;

        var secret = WebhookSignature.NewSecret();
        var known = content.Current.Plan.Events;
        var endpoint = new WebhookEndpoint
        {
            Url = address.ToString(),
            Description = draft.Description?.Trim() ?? "",
            Secret = secrets.Protect(secret),
            EventTypes = [.. draft.Events.Where(known.Contains).Distinct()],
            CreatedAt = time.GetUtcNow(),
        };
        db.WebhookEndpoints.Add(endpoint);
        await db.SaveChangesAsync(stop);
        await subscriptions.RefreshAsync(stop);
        await audit.WriteAsync(staff.UserName, "endpoint.created", "endpoint", endpoint.Id.ToString(), stop);
        return secret;
    }

    public async Task<bool> SwitchAsync(Guid id, bool isEnabled, CancellationToken stop)
    {
        if (await db.WebhookEndpoints.FirstOrDefaultAsync(endpoint => endpoint.Id == id, stop) is not { } endpoint)
            return false;

        endpoint.IsEnabled = isEnabled;
        await db.SaveChangesAsync(stop);
        await subscriptions.RefreshAsync(stop);
        await audit.WriteAsync(staff.UserName, isEnabled ? "endpoint.enabled" : "endpoint.disabled", "endpoint", id.ToString(), stop);
        return true;
    }

    public async Task<DeliveriesPage?> DeliveriesAsync(Guid id, int page, CancellationToken stop)
    {
        if (await db.WebhookEndpoints.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } endpoint)
            return null;

        var rows = await db.WebhookDeliveries.AsNoTracking()
            .Where(delivery => delivery.EndpointId == id)
            .OrderByDescending(delivery => delivery.At)
            .PageAsync(page, PageSize, stop);
        var marker = id.ToString();
        var waiting = await db.Outbox.CountAsync(
            message => message.Kind == OutboxKind.Webhook && message.State == OutboxState.Pending && message.Payload.Contains(marker), stop);
        return new DeliveriesPage(endpoint, rows, waiting);
    }

    /// <summary>Puts the same message, with the same id, into the outbox once more.</summary>
    public async Task<bool> SendAgainAsync(Guid endpointId, Guid deliveryId, CancellationToken stop)
    {
        var sent = await db.WebhookDeliveries.AsNoTracking()
            .FirstOrDefaultAsync(delivery => delivery.Id == deliveryId && delivery.EndpointId == endpointId, stop);
        if (sent is null)
            return false;

        var now = time.GetUtcNow();
        db.Outbox.Add(new OutboxMessage
        {
            Kind = OutboxKind.Webhook,
            Payload = JsonSerializer.Serialize(new WebhookMessage(endpointId, sent.MessageId, sent.EventType, sent.Payload)),
            Lane = OutboxKind.LaneOf(endpointId),
            IdempotencyKey = $"again:{Guid.CreateVersion7(now)}",
            DueAt = now,
            CreatedAt = now,
        });
        await db.SaveChangesAsync(stop);
        await audit.WriteAsync(staff.UserName, "delivery.repeated", "endpoint", endpointId.ToString(), stop);
        return true;
    }
}
