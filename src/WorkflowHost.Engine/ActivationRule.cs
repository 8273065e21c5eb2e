namespace WorkflowHost.Engine;

/// <summary>
/// Whether a start is allowed while other instances run (elsa-semantics 3.10). Elsa asks only for starts by stimulus, event and
/// the execute endpoint; not for HTTP endpoints, timers and dispatches.
/// </summary>
public static class ActivationRule
{
    /// <summary>False when the strategy forbids the start.</summary>
    /// <param name="strategy">Strategy of the definition to start.</param>
    /// <param name="definitionId">Definition to start.</param>
    /// <param name="correlationId">Correlation id of the start; null or empty counts as any.</param>
    /// <param name="running">Instances whose main status is Running.</param>
    public static bool Allows(
        ActivationStrategy strategy, string definitionId, string? correlationId, IEnumerable<RunningInstance> running)
    {
        bool Correlated(RunningInstance instance) =>
            string.IsNullOrEmpty(correlationId) || instance.CorrelationId == correlationId;
        return strategy switch
        {
            ActivationStrategy.AllowAlways => true,
            ActivationStrategy.Singleton => !running.Any(instance => instance.DefinitionId == definitionId),
            ActivationStrategy.CorrelatedSingleton =>
                !running.Any(instance => instance.DefinitionId == definitionId && Correlated(instance)),
            ActivationStrategy.Correlation => !running.Any(Correlated),
            _ => throw new InvalidOperationException($"Unknown activation strategy {strategy}."),
        };
    }
}

/// <summary>What <see cref="ActivationRule"/> needs to know of an instance.</summary>
/// <param name="DefinitionId">Stable id of its definition.</param>
/// <param name="CorrelationId">Its correlation id, or null.</param>
public readonly record struct RunningInstance(string DefinitionId, string? CorrelationId);
