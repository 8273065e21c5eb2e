using System.Text.Json.Nodes;

namespace WorkflowHost.Engine;

/// <summary>
/// A stimulus that met nobody: Elsa keeps it and gives it to who starts to wait for it later, also when it has started a workflow
/// meanwhile (elsa-semantics 3.3, trap 18). The host stores it and asks <see cref="IsFor"/> whenever bookmarks are made.
/// </summary>
/// <param name="Hash">Key of the bookmarks it is for.</param>
/// <param name="CorrelationId">Only instances with this id; null or empty = any.</param>
/// <param name="InstanceId">Only this instance; null = any.</param>
/// <param name="Input">Input of the resume.</param>
/// <param name="At">When it came.</param>
public sealed record UnmetStimulus(string Hash, string? CorrelationId, string? InstanceId, JsonObject Input, DateTimeOffset At)
{
    /// <summary>How long the official image keeps one.</summary>
    public static readonly TimeSpan LifetimeProfileS = TimeSpan.FromHours(1);

    /// <summary>How long the library keeps one.</summary>
    public static readonly TimeSpan LifetimeProfileL = TimeSpan.FromMinutes(10);

    /// <summary>Deliveries that may fail before it is put aside as a dead letter.</summary>
    public const int MaxAttempts = 3;

    /// <summary>True while it is not older than its lifetime and everything it names is met.</summary>
    public bool IsFor(string bookmarkHash, string? correlationId, string instanceId, DateTimeOffset now, TimeSpan lifetime) =>
        Hash == bookmarkHash
        && (string.IsNullOrEmpty(CorrelationId) || CorrelationId == correlationId)
        && (InstanceId is null || InstanceId == instanceId)
        && now - At <= lifetime;
}
