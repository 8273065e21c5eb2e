namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>An instance as a store would keep it, with what its bursts said.</summary>
public sealed class TestInstance(CompiledWorkflow workflow, string id)
{
    private WorkflowState? _state;

    public CompiledWorkflow Workflow { get; } = workflow;

    public string Id { get; } = id;

    public byte[]? StoredState { get; private set; }

    /// <summary>State as the last burst left it, values that will not survive included.</summary>
    public WorkflowState State => _state ?? throw new InvalidOperationException("The instance has not run.");

    public List<JournalEntry> Journal { get; } = [];

    public List<WorkflowCommit> Commits { get; } = [];

    public void Apply(WorkflowCommit commit)
    {
        _state = commit.State;
        StoredState = commit.State.ToUtf8Json();
        Journal.AddRange(commit.Journal);
        Commits.Add(commit);
    }
}
