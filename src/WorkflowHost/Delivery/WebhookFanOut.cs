using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Running;

namespace WorkflowHost.Delivery;

/// <summary>Turns an event into one outbox row per endpoint that subscribed to it, in the transaction the event happened in.</summary>
public sealed class WebhookFanOut(WebhookSubscriptions subscriptions)
{
    private const int MessageIdLength = 24;

    public void Add(WorkSession session, EventEmitted emitted, string instanceId)
    {
        foreach (var endpoint in subscriptions.For(emitted.EventType))
            session.AddOutbox(Row(endpoint, emitted, instanceId, session.Now));
    }

    private static OutboxMessage Row(WebhookEndpoint endpoint, EventEmitted emitted, string instanceId, DateTimeOffset now)
    {
        var body = new JsonObject
        {
            ["type"] = emitted.EventType,
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            ["data"] = emitted.Data.DeepClone(),
        };
        var message = new WebhookMessage(
            endpoint.Id, MessageId(emitted.IdempotencyKey), emitted.EventType, body.ToJsonString(ContentJson.Options));
        return new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Kind = OutboxKind.Webhook,
            Payload = JsonSerializer.Serialize(message),
            IdempotencyKey = $"{emitted.IdempotencyKey}:{endpoint.Id:N}",
            InstanceId = instanceId,
            Lane = OutboxKind.LaneOf(endpoint.Id),
            DueAt = now,
            CreatedAt = now,
        };
    }

    // The same for every endpoint and attempt, and when the burst is run again.
    private static string MessageId(string key) =>
        "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..MessageIdLength];
}
