using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>An instance as a store would keep it, with what its bursts said. Not thread-safe.</summary>
public sealed class ScenarioInstance(CompiledWorkflow workflow, string id)
{
    private readonly List<JournalEntry> _journal = [];
    private readonly List<WorkflowCommit> _commits = [];
    private WorkflowState? _state;

    /// <summary>The definition version it runs on.</summary>
    public CompiledWorkflow Workflow { get; } = workflow;

    /// <summary>Instance id.</summary>
    public string Id { get; } = id;

    /// <summary>What a store holds: the state after its way through JSON; null before the first burst.</summary>
    public ReadOnlyMemory<byte>? StoredState { get; private set; }

    /// <summary>State as the last burst left it, values that will not survive included.</summary>
    public WorkflowState State => _state ?? throw new InvalidOperationException("The instance has not run.");

    /// <summary>All journal lines of all bursts.</summary>
    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>What each burst decided, in order.</summary>
    public IReadOnlyList<WorkflowCommit> Commits => _commits;

    /// <summary>Index of the first commit nobody has looked at yet.</summary>
    internal int FirstNewCommit { get; set; }

    /// <summary>Records as the last burst left them.</summary>
    internal IReadOnlyList<ActivityContext> LiveRecords => _commits.Count > 0 ? _commits[^1].LiveRecords : [];

    /// <summary>The value a variable has when the state has been stored and read again.</summary>
    internal object? Persisted(ActivityContext record, VariableSlot slot)
    {
        var stored = State.Records.FirstOrDefault(kept => kept.Id == record.ActivityInstanceId)?.Variables
            .FirstOrDefault(variable => variable.Id == slot.Id);
        if (stored is not null || slot.Storage == VariableStorage.Memory)
            return stored?.Value ?? slot.Value;
        var declared = record.Node.Variables.FirstOrDefault(variable => variable.Id == slot.Id);
        return declared?.DefaultValue(record.Burst.Conversion);
    }

    internal void Apply(WorkflowCommit commit)
    {
        _state = commit.State;
        StoredState = commit.State.ToUtf8Json();
        _journal.AddRange(commit.Journal);
        _commits.Add(commit);
    }
}
