using System.Text.Json.Nodes;
using WorkflowHost.Engine;

namespace WorkflowHost.Delivery;

/// <summary>Something happened that other systems may have subscribed to.</summary>
/// <param name="EventType">Dotted past fact, one of the plan's events.</param>
/// <param name="Data">Ids and words, no person's data.</param>
public sealed record EventEmitted(string IdempotencyKey, string EventType, JsonObject Data) : WorkflowEffect(IdempotencyKey);
