using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>One pass of the run loop over one instance (elsa-semantics 2.1): everything that lives only while it runs.</summary>
internal sealed partial class Burst
{
    private readonly WorkflowActivation _activation;
    private readonly int _nesting;
    private readonly List<ActivityContext> _records = [];
    private readonly LinkedList<WorkItem> _queue = new();
    private readonly List<JournalEntry> _journal = [];
    private readonly List<Incident> _newIncidents = [];
    private readonly List<WorkflowCommit> _children = [];
    private readonly HashSet<string> _oldBookmarkIds = new(StringComparer.Ordinal);
    private readonly List<Incident> _incidents = [];
    private int _sequence;
    private int _executed;
    private ActivityContext? _completing;

    public Burst(WorkflowActivation activation, EngineOptions options, int nesting)
    {
        _activation = activation;
        _nesting = nesting;
        Options = options;
        Conversion = new Conversion(options.StrictConversion, options.TimeZone);
        Scripts = new ScriptRunner(this);
    }

    /// <summary>A burst that never runs, for reading the inputs of triggers.</summary>
    public static Burst ForTriggers(CompiledWorkflow workflow, DateTimeOffset now) => new(
        new WorkflowActivation
        {
            Workflow = workflow,
            InstanceId = "",
            Stimulus = new StartWorkflow(),
            Now = now,
            Host = NoHost.Instance,
        },
        new EngineOptions { StrictConversion = false },
        nesting: 0);

    public EngineOptions Options { get; }

    public Conversion Conversion { get; }

    public ScriptRunner Scripts { get; }

    public CompiledWorkflow Workflow => _activation.Workflow;

    public string InstanceId => _activation.InstanceId;

    public DateTimeOffset Now => _activation.Now;

    public IActivityHost Host => _activation.Host;

    public JsExpressions.ExpressionBudget? Budget => _activation.Budget;

    public WorkflowHttpRequest? HttpRequest => _activation.HttpRequest;

    public WorkflowHttpResponse? HttpResponse { get; set; }

    public FlowchartMode Mode { get; private set; }

    public WorkflowSubStatus SubStatus { get; private set; } = WorkflowSubStatus.Pending;

    public string? Name { get; set; }

    public string? CorrelationId { get; set; }

    public string? ParentInstanceId { get; private set; }

    public string? ParentWaitsAt { get; private set; }

    /// <summary>The trigger that started the instance; known only in its first burst as in Elsa, kept for the flow graph.</summary>
    public string? TriggerActivityId { get; private set; }

    public JsonObject InputJson { get; private set; } = [];

    public JsonObject KeptInput { get; private set; } = [];

    public JsonObject Properties { get; private set; } = [];

    public JsonObject Output { get; private set; } = [];

    public List<Bookmark> Bookmarks { get; } = [];

    public List<WorkflowEffect> Effects { get; } = [];

    /// <summary>Outputs bound to memory that no variable and no workflow output owns; only scripts of this burst could see it.</summary>
    public Dictionary<string, object?> LooseMemory { get; } = [];

    public List<RecordedOutput> OutputRegister { get; } = [];

    public object? LastResult { get; private set; }

    public IReadOnlyList<ActivityContext> Records => _records;

    public IEnumerable<WorkItem> Queue => _queue;

    public bool IsFinished => SubStatus
        is WorkflowSubStatus.Finished or WorkflowSubStatus.Faulted or WorkflowSubStatus.Cancelled;

    /// <summary>The burst that created the instance.</summary>
    public bool IsFirst => _activation.State is null;

    public WorkflowCommit Run()
    {
        if (_activation.State is { } state)
            Load(state);
        var applied = Begin(_activation.Stimulus);
        if (applied && !IsFinished)
            Drain();
        return Commit(applied);
    }

    public bool RunsFirstTime(ActivityContext context) => _records.TrueForAll(record => record == context || record.Node != context.Node);

    public void RecordOutput(ActivityContext context, string name, object? value)
    {
        OutputRegister.Add(new RecordedOutput(context.Node, context.ActivityInstanceId, name, value));
        if (name == "Result")
            LastResult = value;
    }

    /// <summary>Runs another published workflow inside this burst (ExecuteWorkflow) and keeps its commit.</summary>
    public WorkflowCommit RunChild(CompiledWorkflow child, StartWorkflow start)
    {
        if (_nesting >= Options.MaxNesting)
            throw new ActivityFaultException("Limit", $"Workflows are executed inside each other more than {Options.MaxNesting} deep.");
        var activation = _activation with
        {
            Workflow = child,
            InstanceId = Host.NewId(),
            State = null,
            Stimulus = start,
            HttpRequest = null,
        };
        var commit = new Burst(activation, Options, _nesting + 1).Run();
        _children.Add(commit);
        return commit;
    }

    public void FinishNow()
    {
        foreach (var record in _records)
            record.CallbackPending = false;
        _queue.Clear();
        Bookmarks.Clear();
        if (!IsFinished)
            SubStatus = WorkflowSubStatus.Finished;
    }

    private void Drain()
    {
        SubStatus = WorkflowSubStatus.Executing;
        while (_queue.First is { } next)
        {
            _queue.RemoveFirst();
            Execute(next.Value);
        }
        if (!IsFinished)
            SubStatus = _records.TrueForAll(record => !record.IsOpen) ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended;
    }
}

/// <summary>An output set in this burst; scripts can read it until the burst ends.</summary>
internal sealed record RecordedOutput(ActivityNode Node, string RecordId, string Name, object? Value);
