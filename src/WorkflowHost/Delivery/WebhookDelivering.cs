using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Delivery;

/// <summary>One attempt to deliver a message: signs it, sends it, writes the delivery log, and says when to try again.</summary>
public sealed class WebhookDelivering(
    IDbContextFactory<WorkDb> databases,
    WebhookSecrets secrets,
    WebhookSubscriptions subscriptions,
    OutgoingHttp http,
    TimeProvider clock)
{
    /// <summary>Attempts the delivery of an outbox row.</summary>
    public async Task<DeliveryVerdict> AttemptAsync(OutboxMessage row, CancellationToken ct)
    {
        var message = JsonSerializer.Deserialize<WebhookMessage>(row.Payload)
            ?? throw new JsonException($"Outbox message {row.Id} is empty.");
        await using var db = await databases.CreateDbContextAsync(ct);
        var endpoint = await db.WebhookEndpoints.SingleOrDefaultAsync(e => e.Id == message.EndpointId, ct);
        if (endpoint is not { IsEnabled: true })
            return new DeliveryVerdict.GivenUp("the endpoint was removed or switched off");
        if (secrets.Reveal(endpoint.Secret) is not { } secret)
            return new DeliveryVerdict.GivenUp("the endpoint's secret cannot be read any more; make a new one");
        var now = clock.GetUtcNow();
        var answer = await SendAsync(endpoint.Url, secret, message, now, ct);
        db.WebhookDeliveries.Add(Log(message, row.Attempts, now, answer));
        endpoint.FailingSince = answer.Succeeded ? null : endpoint.FailingSince ?? now;
        if (answer.StatusCode == (int)HttpStatusCode.Gone)
            endpoint.IsEnabled = false;
        await db.SaveChangesAsync(ct);
        if (!endpoint.IsEnabled)
            await subscriptions.RefreshAsync(ct);
        return Judge(row, answer, now);
    }

    private async Task<OutgoingAnswer> SendAsync(
        string url, string secret, WebhookMessage message, DateTimeOffset now, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return new OutgoingAnswer { Error = "not an absolute address", FailedToConnect = true };
        var body = Encoding.UTF8.GetBytes(message.Body);
        var timestamp = now.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(InboundVerification.IdHeader, message.MessageId);
        request.Headers.Add(InboundVerification.TimestampHeader, timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(
            InboundVerification.SignatureHeader, WebhookSignature.Sign([secret], message.MessageId, timestamp, body));
        return await http.SendAsync(request, maxRedirects: 0, ct);
    }

    private static DeliveryVerdict Judge(OutboxMessage row, OutgoingAnswer answer, DateTimeOffset now)
    {
        if (answer.Succeeded)
            return new DeliveryVerdict.Delivered();
        var reason = answer.Error ?? $"status {answer.StatusCode}";
        if (answer.StatusCode == (int)HttpStatusCode.Gone)
            return new DeliveryVerdict.GivenUp("the endpoint is gone (410) and was switched off");
        if (RetrySchedule.After(row.Attempts, Random.Shared.NextDouble()) is not { } wait)
            return new DeliveryVerdict.GivenUp(reason);
        var asked = answer.RetryAfter?.Delta ?? (answer.RetryAfter?.Date is { } date ? date - now : TimeSpan.Zero);
        return new DeliveryVerdict.TryAgain(now + (asked > wait ? asked : wait), reason);
    }

    private static WebhookDelivery Log(WebhookMessage message, int attempt, DateTimeOffset now, OutgoingAnswer answer) => new()
    {
        Id = Guid.CreateVersion7(now),
        EndpointId = message.EndpointId,
        MessageId = message.MessageId,
        EventType = message.EventType,
        Payload = message.Body,
        Attempt = attempt,
        At = now,
        DurationInMilliseconds = (int)answer.Duration.TotalMilliseconds,
        StatusCode = answer.StatusCode,
        Error = answer.Error,
        Succeeded = answer.Succeeded,
    };
}
