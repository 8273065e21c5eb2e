using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine;

/// <summary>
/// Runs one burst: (definition version, state, stimulus, time) in, commit out. Pure and synchronous: no I/O, no clock, no shared
/// state; one interpreter serves all threads.
/// </summary>
public sealed class WorkflowInterpreter(ActivityRegistry registry, EngineOptions options)
{
    /// <summary>The types bursts of this interpreter know.</summary>
    public ActivityRegistry Registry { get; } = registry;

    /// <summary>The profile bursts of this interpreter run with.</summary>
    public EngineOptions Options { get; } = options;

    /// <summary>
    /// Carries out the stimulus. What an activity does wrong becomes an incident in the commit; an exception means that the
    /// activation itself is impossible (no state for a resume) or the host's port failed, and nothing must be stored.
    /// </summary>
    public WorkflowCommit Run(WorkflowActivation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return new Burst(activation, Options, nesting: 0).Run();
    }
}
