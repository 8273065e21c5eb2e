using System.Text.Json;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Which effects outbox rows carry, and how they are read back.</summary>
internal static class OutboxKind
{
    /// <summary>A signed message to one endpoint; the payload is a <see cref="Delivery.WebhookMessage"/>.</summary>
    public const string Webhook = "Webhook";

    private static readonly Dictionary<string, Type> Types = new[]
    {
        typeof(DispatchWorkflow), typeof(PublishEvent), typeof(SendStimulus), typeof(ResumeParent), typeof(SendHttp), typeof(CancelChild),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>False for effects that need no later work: log lines, and tasks, which are rows already.</summary>
    public static bool Carries(WorkflowEffect effect) => Types.ContainsKey(effect.GetType().Name);

    /// <summary>Lane of an effect: whom it goes to outside of here, or empty.</summary>
    public static string LaneOf(WorkflowEffect effect) =>
        effect is SendHttp send && Uri.TryCreate(send.Url, UriKind.Absolute, out var address) ? $"http:{address.Authority}" : "";

    /// <summary>Lane of messages to a webhook endpoint.</summary>
    public static string LaneOf(Guid endpoint) => $"webhook:{endpoint:N}";

    /// <summary>The effect of a row.</summary>
    /// <exception cref="JsonException">The row was not written by this program.</exception>
    public static WorkflowEffect Read(OutboxMessage message) =>
        Types.TryGetValue(message.Kind, out var type)
            ? (WorkflowEffect)(JsonSerializer.Deserialize(message.Payload, type, EngineJson.Options)
                ?? throw new JsonException($"The payload of outbox message {message.Id} is empty."))
            : throw new JsonException($"Outbox message {message.Id} is of unknown kind '{message.Kind}'.");
}
