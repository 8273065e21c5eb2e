using System.ComponentModel.DataAnnotations;

namespace WorkflowHost.Running;

/// <summary>Section <c>Workflows</c>: how workflows are started and waited for.</summary>
public sealed class RunningOptions
{
    public const string Section = "Workflows";

    /// <summary>
    /// Activation strategies hold at every door. False: only for commands and events, as in Elsa 3.8 (elsa-semantics 3.10).
    /// </summary>
    public bool ActivationAtEveryDoor { get; init; } = true;

    /// <summary>How long an event nobody waits for is kept; Elsa's official image keeps it for an hour.</summary>
    [Range(0, 7 * 24 * 60)] public int EventLifetimeInMinutes { get; init; } = 60;

    /// <summary>How long an event that met nobody stays visible as a dead letter.</summary>
    [Range(1, 365)] public int DeadEventDays { get; init; } = 7;
}
