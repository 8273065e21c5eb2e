using Microsoft.Extensions.Options;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>
/// Keeps the activation strategy of a definition: what may not run beside another is not started. The key it takes is
/// unique in the store and committed with the start, so two starts at once cannot both pass.
/// </summary>
internal sealed class StartGate(IOptions<RunningOptions> options)
{
    private static readonly RunningInstance[] Nobody = [];

    public bool Allows(WorkSession session, CompiledWorkflow workflow, string instanceId, string? correlationId, StartDoor door)
    {
        var strategy = workflow.Definition.Options.ActivationStrategy;
        if (strategy == ActivationStrategy.AllowAlways
            || (!options.Value.ActivationAtEveryDoor && door is not (StartDoor.Command or StartDoor.Event)))
            return true;
        var definitionId = workflow.Definition.DefinitionId;
        var correlation = string.IsNullOrEmpty(correlationId) ? null : correlationId;
        // Only one that the rule minds is looked for, so that one found is enough.
        var (about, with) = strategy switch
        {
            ActivationStrategy.Singleton => (definitionId, null),
            ActivationStrategy.CorrelatedSingleton => (definitionId, correlation),
            _ => ((string?)null, correlation),
        };
        var key = $"{strategy}:{about}:{with}";
        // First the claim, then the look: one that commits between the two is seen running, one after them breaks the claim.
        var before = session.FindClaim(key);
        RunningInstance[] running = session.FindRunning(about, with) is { } found
            ? [new RunningInstance(found.DefinitionId, found.CorrelationId)]
            : Nobody;
        if (!ActivationRule.Allows(strategy, definitionId, correlation, running))
            return false;
        session.ClaimActivation(key, instanceId, before);
        return true;
    }
}
