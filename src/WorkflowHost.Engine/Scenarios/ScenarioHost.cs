using System.Globalization;
using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>
/// A whole host in memory: instances, effects carried out in order, event delivery, and state that goes through JSON between
/// bursts. For dry runs, conformance vectors and tests; nothing is durable, and it is not thread-safe.
/// </summary>
public sealed class ScenarioHost : IActivityHost, IProcessMemory
{
    private readonly Dictionary<Type, object> _ports = [];
    private readonly Dictionary<string, CompiledWorkflow> _published = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<StoredTrigger>> _triggers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Instance, string Key), object?> _memory = [];
    private readonly Queue<(ScenarioInstance From, WorkflowEffect Effect)> _effects = new();
    private readonly Queue<(ScenarioInstance Instance, Bookmark Bookmark)> _jobs = new();
    private readonly List<ScenarioInstance> _instances = [];
    private readonly ScenarioEvents _events;
    private int _ids;

    /// <summary>A host with all built-in activities; null options = profile S.</summary>
    public ScenarioHost(EngineOptions? options = null)
    {
        Registry = ActivityRegistry.WithBuiltIns();
        Interpreter = new WorkflowInterpreter(Registry, options ?? EngineOptions.ProfileS);
        _events = new ScenarioEvents(this);
    }

    /// <summary>Types the workflows of this host may use; add own ones before publishing.</summary>
    public ActivityRegistry Registry { get; }

    /// <summary>What runs the bursts.</summary>
    public WorkflowInterpreter Interpreter { get; }

    /// <summary>The time of the next burst, UTC. It only moves when someone sets it.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    /// <summary>All instances in the order they were made.</summary>
    public IReadOnlyList<ScenarioInstance> Instances => _instances;

    /// <summary>Stored triggers of all published definitions.</summary>
    public IEnumerable<(string DefinitionId, StoredTrigger Trigger)> Triggers =>
        _triggers.SelectMany(pair => pair.Value.Select(trigger => (pair.Key, trigger)));

    /// <summary>Lines of WriteLine so far; the caller may clear it.</summary>
    public IList<string> Lines { get; } = [];

    /// <summary>Tasks asked for so far; the caller may clear it.</summary>
    public IList<(ScenarioInstance Instance, RunTask Task)> Tasks { get; } = [];

    /// <summary>HTTP requests asked for so far; none is ever sent.</summary>
    public IList<SendHttp> Requests { get; } = [];

    /// <summary>
    /// Keeps an event nobody waited for and gives it to who waits for it later, as a server does (elsa-semantics 3.3). Off: an
    /// event without a waiter is lost, as in the recorded vectors.
    /// </summary>
    public bool KeepsEvents { get; init; }

    /// <summary>Gives workflows a port of the program.</summary>
    public void AddPort<T>(T port)
        where T : class => _ports[typeof(T)] = port;

    /// <inheritdoc />
    public T? Port<T>()
        where T : class => _ports.GetValueOrDefault(typeof(T)) as T ?? this as T;

    /// <inheritdoc />
    public CompiledWorkflow? FindPublished(string definitionId) => _published.GetValueOrDefault(definitionId);

    /// <summary>Ids count up, so that two runs of one scenario are equal.</summary>
    public string NewId() => (++_ids).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Publishes a definition given as JSON.</summary>
    /// <exception cref="WorkflowDefinitionException">It cannot be imported.</exception>
    public CompiledWorkflow Publish(string json) => Publish(WorkflowDefinition.Parse(json));

    /// <summary>Publishes a definition: it replaces the version published before and its triggers.</summary>
    public CompiledWorkflow Publish(WorkflowDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Registry.AddWorkflow(definition);
        var compiled = CompiledWorkflow.Compile(definition, Registry);
        _published[definition.DefinitionId] = compiled;
        _triggers[definition.DefinitionId] = compiled.Triggers(Now);
        return compiled;
    }

    /// <summary>Creates an instance, runs it and carries out all effects.</summary>
    public ScenarioInstance Start(
        CompiledWorkflow workflow, StartWorkflow? start = null, string? instanceId = null, WorkflowHttpRequest? http = null)
    {
        var instance = Add(workflow, instanceId ?? NewId());
        Run(instance, start ?? new StartWorkflow(), http);
        Drain();
        return instance;
    }

    /// <summary>Runs one burst of an instance and carries out all effects.</summary>
    public WorkflowCommit Send(ScenarioInstance instance, WorkflowStimulus stimulus, WorkflowHttpRequest? http = null)
    {
        var commit = Run(instance, stimulus, http);
        Drain();
        return commit;
    }

    /// <summary>Delivers an event: starts triggers, resumes waits. Null correlation id = any; <paramref name="only"/> = a local event.</summary>
    public void PublishEvent(string name, JsonNode? payload, string? correlationId = null, ScenarioInstance? only = null)
    {
        _events.Publish(name, payload, correlationId, only);
        Drain();
    }

    void IProcessMemory.Set(string instanceId, string key, object? value) => _memory[(instanceId, key)] = value;

    bool IProcessMemory.TryGet(string instanceId, string key, out object? value) =>
        _memory.TryGetValue((instanceId, key), out value);

    internal bool ResumeByHash(ScenarioInstance instance, string hash, JsonObject input)
    {
        var waiting = instance.State.Bookmarks.Where(bookmark => bookmark.Hash == hash).ToList();
        foreach (var bookmark in waiting)
            Run(instance, new ResumeBookmark(bookmark.Id, input), null);
        return waiting.Count > 0;
    }

    internal void StartByTrigger(string definitionId, StoredTrigger trigger, JsonObject input, string? correlationId)
    {
        var workflow = _published[definitionId];
        var running = _instances.Where(instance => instance.State.Status == WorkflowStatus.Running)
            .Select(instance => new RunningInstance(instance.State.DefinitionId, instance.State.CorrelationId));
        if (!ActivationRule.Allows(workflow.Definition.Options.ActivationStrategy, definitionId, correlationId, running))
            return;
        var start = new StartWorkflow { Input = input, CorrelationId = correlationId, TriggerActivityId = trigger.ActivityId };
        Run(Add(workflow, NewId()), start, null);
    }

    private ScenarioInstance Add(CompiledWorkflow workflow, string id)
    {
        var instance = new ScenarioInstance(workflow, id);
        _instances.Add(instance);
        return instance;
    }

    private WorkflowCommit Run(ScenarioInstance instance, WorkflowStimulus stimulus, WorkflowHttpRequest? http)
    {
        var commit = Interpreter.Run(new WorkflowActivation
        {
            Workflow = instance.Workflow,
            InstanceId = instance.Id,
            State = instance.StoredState is { } stored ? WorkflowState.Parse(stored) : null,
            Stimulus = stimulus,
            Now = Now,
            Host = this,
            HttpRequest = http,
        });
        Keep(instance, commit);
        return commit;
    }

    private void Keep(ScenarioInstance instance, WorkflowCommit commit)
    {
        foreach (var child in commit.Children)
            Keep(Add(_published[child.DefinitionId], child.InstanceId), child);
        instance.Apply(commit);
        foreach (var effect in commit.Effects)
            _effects.Enqueue((instance, effect));
        foreach (var job in commit.BookmarksCreated.Where(bookmark => bookmark.Name == BackgroundWork.BookmarkName))
            _jobs.Enqueue((instance, job));
        if (KeepsEvents)
            _events.Redeliver(instance, commit.BookmarksCreated);
    }

    private void Drain()
    {
        while (_effects.Count > 0 || _jobs.Count > 0)
            if (_effects.TryDequeue(out var next))
                CarryOut(next.From, next.Effect);
            else if (_jobs.TryDequeue(out var job))
                Run(job.Instance, new ResumeBookmark(job.Bookmark.Id, null), null);
    }

    private void CarryOut(ScenarioInstance from, WorkflowEffect effect)
    {
        switch (effect)
        {
            case WriteLine line:
                Lines.Add(line.Text);
                break;
            case RunTask task:
                Tasks.Add((from, task));
                break;
            case SendHttp request:
                Requests.Add(request);
                break;
            case DispatchWorkflow dispatch:
                Dispatch(dispatch);
                break;
            case PublishEvent published:
                _events.Publish(
                    published.Name, published.Payload, published.CorrelationId,
                    published.InstanceId is null ? null : Find(published.InstanceId));
                break;
            case ResumeParent resume:
                if (Find(resume.ParentInstanceId) is { } parent)
                    ResumeByHash(parent, resume.BookmarkHash, resume.Input);
                break;
            case CancelChild cancel:
                if (Find(cancel.ChildInstanceId) is { } child)
                    Run(child, new CancelInstance(null), null);
                break;
            default:
                throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
        }
    }

    private ScenarioInstance? Find(string id) => _instances.Find(instance => instance.Id == id);

    private void Dispatch(DispatchWorkflow dispatch) =>
        Run(Add(_published[dispatch.DefinitionId], dispatch.ChildInstanceId), new StartWorkflow
        {
            Input = dispatch.Input,
            CorrelationId = dispatch.CorrelationId,
            ParentInstanceId = dispatch.ParentInstanceId,
            ParentWaitsAt = dispatch.Wait ? dispatch.DispatchedBy : null,
        }, null);
}
