using System.Text.Json;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Trials;

/// <summary>Takes the place of everything that sends: what would have gone out is written down to be shown.</summary>
public sealed class ShownEffects : IOutward
{
    // More than anybody reads; a simulation of many families only counts the rest.
    private const int Most = 2_000;

    private readonly IReadOnlyDictionary<Guid, string> _names;
    private readonly int? _requestStatus;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private readonly List<TrialEffect> _effects = [];
    private readonly Dictionary<string, int> _events = new(StringComparer.Ordinal);
    private int _total;

    /// <param name="names">Receivers by id; an id without a name is nobody in particular.</param>
    /// <param name="requestStatus">What a request is answered with; null: nobody answers.</param>
    /// <param name="clock">The trial's.</param>
    public ShownEffects(IReadOnlyDictionary<Guid, string> names, int? requestStatus, TimeProvider clock)
    {
        _names = names;
        _requestStatus = requestStatus;
        _clock = clock;
    }

    /// <summary>Events and requests together, also those no longer kept.</summary>
    public int Total
    {
        get
        {
            lock (_lock)
                return _total;
        }
    }

    /// <summary>The latest effects, earliest first.</summary>
    public IReadOnlyList<TrialEffect> Read()
    {
        lock (_lock)
            return [.. _effects];
    }

    public Task<DeliveryVerdict> DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        var sent = JsonSerializer.Deserialize<WebhookMessage>(message.Payload)
            ?? throw new JsonException($"Outbox message {message.Id} is empty.");
        string[] receiver = _names.TryGetValue(sent.EndpointId, out var name) ? [name] : [];
        lock (_lock)
        {
            // One row per event, whoever would have got it: each subscriber brings a message of its own.
            if (_events.TryGetValue(sent.MessageId, out var at) && at < _effects.Count)
                _effects[at] = _effects[at] with { Receivers = [.. _effects[at].Receivers.Concat(receiver).Order(StringComparer.CurrentCulture)] };
            else if (Add(new TrialEffect(message.CreatedAt, true, sent.EventType, receiver, sent.Body, message.InstanceId)))
                _events[sent.MessageId] = _effects.Count - 1;
        }

        return Task.FromResult<DeliveryVerdict>(new DeliveryVerdict.Delivered());
    }

    public Task<HttpAnswer> RequestAsync(SendHttp send, CancellationToken ct)
    {
        lock (_lock)
        {
            Add(new TrialEffect(
                _clock.GetUtcNow(), false, $"{send.Method} {send.Url}",
                Uri.TryCreate(send.Url, UriKind.Absolute, out var address) ? [address.Host] : [], send.Content, null));
        }

        return Task.FromResult(_requestStatus is { } status ? new HttpAnswer { StatusCode = status } : new HttpAnswer { FailedToConnect = true });
    }

    private bool Add(TrialEffect effect)
    {
        _total++;
        if (_effects.Count >= Most)
            return false;
        _effects.Add(effect);
        return true;
    }
}
