using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>A host in memory: instances, an effect queue, event delivery, and state that goes through JSON between bursts.</summary>
public sealed class TestHost : IActivityHost
{
    private readonly Dictionary<Type, object> _ports = [];
    private readonly Dictionary<string, CompiledWorkflow> _published = [];
    private readonly Dictionary<string, IReadOnlyList<StoredTrigger>> _triggers = [];
    private readonly Queue<(TestInstance From, WorkflowEffect Effect)> _effects = new();
    private int _ids;

    public TestHost(EngineOptions? options = null)
    {
        Registry = ActivityRegistry.WithBuiltIns();
        Interpreter = new WorkflowInterpreter(Registry, options ?? EngineOptions.ProfileS);
    }

    public ActivityRegistry Registry { get; }

    public WorkflowInterpreter Interpreter { get; }

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public List<TestInstance> Instances { get; } = [];

    public IEnumerable<(string DefinitionId, StoredTrigger Trigger)> Triggers =>
        _triggers.SelectMany(pair => pair.Value.Select(trigger => (pair.Key, trigger)));

    public List<string> Lines { get; } = [];

    public List<(TestInstance Instance, RunTask Task)> Tasks { get; } = [];

    public List<SendHttp> Requests { get; } = [];

    public void AddPort<T>(T port)
        where T : class => _ports[typeof(T)] = port;

    public T? Port<T>()
        where T : class => _ports.GetValueOrDefault(typeof(T)) as T;

    public CompiledWorkflow? FindPublished(string definitionId) => _published.GetValueOrDefault(definitionId);

    public string NewId() => (++_ids).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    public CompiledWorkflow Publish(string json) => Publish(WorkflowDefinition.Parse(json));

    public CompiledWorkflow Publish(WorkflowDefinition definition)
    {
        Registry.AddWorkflow(definition);
        var compiled = CompiledWorkflow.Compile(definition, Registry);
        _published[definition.DefinitionId] = compiled;
        _triggers[definition.DefinitionId] = compiled.Triggers(Now);
        return compiled;
    }

    public TestInstance Start(CompiledWorkflow workflow, StartWorkflow? start = null, string? instanceId = null, WorkflowHttpRequest? http = null)
    {
        var instance = new TestInstance(workflow, instanceId ?? NewId());
        Instances.Add(instance);
        Run(instance, start ?? new StartWorkflow(), http);
        Drain();
        return instance;
    }

    public WorkflowCommit Send(TestInstance instance, WorkflowStimulus stimulus, WorkflowHttpRequest? http = null)
    {
        var commit = Run(instance, stimulus, http);
        Drain();
        return commit;
    }

    public void PublishEvent(string name, JsonNode? payload, string? correlationId = null, TestInstance? only = null)
    {
        var hash = StimulusHasher.OfEvent(name);
        var input = new JsonObject { [WorkflowInputKeys.EventPayload] = payload?.DeepClone() };
        if (only is null)
            foreach (var (definitionId, triggers) in _triggers)
                foreach (var trigger in triggers)
                    if (trigger.Hash == hash)
                        StartByTrigger(_published[definitionId], trigger, input, correlationId);
        foreach (var instance in Instances.ToArray())
            if ((only is null || only == instance) && (correlationId is null || instance.State.CorrelationId == correlationId))
                ResumeByHash(instance, hash, input);
        Drain();
    }

    public void ResumeByHash(TestInstance instance, string hash, JsonObject input)
    {
        foreach (var bookmark in instance.State.Bookmarks.Where(bookmark => bookmark.Hash == hash).ToList())
            Run(instance, new ResumeBookmark(bookmark.Id, input), null);
    }

    private void StartByTrigger(CompiledWorkflow workflow, StoredTrigger trigger, JsonObject input, string? correlationId)
    {
        var instance = new TestInstance(workflow, NewId());
        Instances.Add(instance);
        Run(instance, new StartWorkflow { Input = input, CorrelationId = correlationId, TriggerActivityId = trigger.ActivityId }, null);
    }

    private WorkflowCommit Run(TestInstance instance, WorkflowStimulus stimulus, WorkflowHttpRequest? http)
    {
        var commit = Interpreter.Run(new WorkflowActivation
        {
            Workflow = instance.Workflow,
            InstanceId = instance.Id,
            State = instance.StoredState is null ? null : WorkflowState.Parse(instance.StoredState),
            Stimulus = stimulus,
            Now = Now,
            Host = this,
            HttpRequest = http,
        });
        foreach (var child in commit.Children)
            Keep(child);
        instance.Apply(commit);
        Take(instance, commit);
        return commit;
    }

    private void Keep(WorkflowCommit commit)
    {
        foreach (var child in commit.Children)
            Keep(child);
        var instance = new TestInstance(_published[commit.DefinitionId], commit.InstanceId);
        Instances.Add(instance);
        instance.Apply(commit);
        Take(instance, commit);
    }

    private void Take(TestInstance instance, WorkflowCommit commit)
    {
        foreach (var effect in commit.Effects)
            _effects.Enqueue((instance, effect));
    }

    private void Drain()
    {
        while (_effects.TryDequeue(out var next))
            CarryOut(next.From, next.Effect);
    }

    private void CarryOut(TestInstance from, WorkflowEffect effect)
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
                PublishEvent(
                    published.Name, published.Payload, published.CorrelationId,
                    published.InstanceId is null ? null : Instances.Single(instance => instance.Id == published.InstanceId));
                break;
            case ResumeParent resume:
                if (Instances.Find(instance => instance.Id == resume.ParentInstanceId) is { } parent)
                    ResumeByHash(parent, resume.BookmarkHash, resume.Input);
                break;
            case CancelChild cancel:
                if (Instances.Find(instance => instance.Id == cancel.ChildInstanceId) is { } child)
                    Run(child, new CancelInstance(null), null);
                break;
            default:
                throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
        }
    }

    private void Dispatch(DispatchWorkflow dispatch)
    {
        var instance = new TestInstance(_published[dispatch.DefinitionId], dispatch.ChildInstanceId);
        Instances.Add(instance);
        Run(instance, new StartWorkflow
        {
            Input = dispatch.Input,
            CorrelationId = dispatch.CorrelationId,
            ParentInstanceId = dispatch.ParentInstanceId,
            ParentWaitsAt = dispatch.Wait ? dispatch.DispatchedBy : null,
        }, null);
    }
}
