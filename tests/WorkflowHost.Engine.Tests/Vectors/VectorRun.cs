using System.Text.Json.Nodes;
using WorkflowHost.Engine.Tests.Scenarios;

namespace WorkflowHost.Engine.Tests.Vectors;

/// <summary>Runs one vector with the library's defaults and upstream's defects, and writes down what happened in the vector's own form.</summary>
public sealed class VectorRun
{
    private readonly Vector _vector;
    private readonly TestHost _host;
    private readonly Dictionary<string, int> _journalSeen = [];
    private TestInstance? _root;

    public VectorRun(Vector vector, FlowchartMode mode)
    {
        _vector = vector;
        _host = new TestHost(EngineOptions.ProfileL with { FlowchartMode = mode, Decisions = ElsaDecisions.Upstream });
    }

    public JsonObject Run()
    {
        try
        {
            return Steps(_host.Publish(Import()));
        }
        catch (WorkflowDefinitionException)
        {
            return new JsonObject { ["importException"] = "JsonException", ["bursts"] = new JsonArray() };
        }
    }

    private WorkflowDefinition Import()
    {
        foreach (var child in _vector.Json["children"]?.AsArray() ?? [])
            _host.Publish(WorkflowDefinition.Parse(child!.AsObject()));
        return WorkflowDefinition.Parse(_vector.Json["definition"]!.AsObject());
    }

    private JsonObject Steps(CompiledWorkflow workflow)
    {
        var bursts = new JsonArray();
        var result = new JsonObject { ["bursts"] = bursts, ["triggers"] = Triggers() };
        if ((string?)_vector.Json["start"] != "none")
            bursts.Add(Burst(() => _root = _host.Start(workflow, new StartWorkflow
            {
                Input = _vector.Json["input"]?.DeepClone().AsObject(),
                CorrelationId = (string?)_vector.Json["correlationId"],
                TriggerActivityId = (string?)_vector.Json["triggerActivityId"],
            })));
        foreach (var step in _vector.Json["steps"]?.AsArray() ?? [])
            bursts.Add(Burst(() => Step(step!.AsObject())));
        return result;
    }

    private JsonArray Triggers()
    {
        var triggers = _host.Triggers.Select(stored => (JsonNode)new JsonObject
        {
            ["definitionId"] = stored.DefinitionId,
            ["activityId"] = stored.Trigger.ActivityId,
            ["name"] = stored.Trigger.Name,
            ["payload"] = VectorShapes.Payload(stored.Trigger.Payload),
        });
        return [.. triggers];
    }

    private string? Step(JsonObject step)
    {
        if (step["resume"] is JsonObject resume)
            return Resume(resume);
        if (step["publishEvent"] is JsonObject published)
            _host.PublishEvent((string)published["name"]!, published["payload"], (string?)published["correlationId"]);
        else if (step.ContainsKey("cancel"))
            _host.Send(_root!, new CancelInstance(null));
        else if (step.ContainsKey("runAgain"))
            _host.Send(_root!, new RunAgain());
        return null;
    }

    private string? Resume(JsonObject resume)
    {
        var activityId = (string)resume["activityId"]!;
        var candidates = (bool?)resume["anyInstance"] is true ? _host.Instances : _host.Instances.Where(instance => instance == _root);
        var waiting = candidates
            .SelectMany(instance => instance.State.Bookmarks.Select(bookmark => (instance, bookmark)))
            .Where(pair => pair.bookmark.ActivityId == activityId)
            .OrderBy(pair => pair.bookmark.CreatedAt)
            .Skip((int?)resume["skip"] ?? 0)
            .ToList();
        if (waiting.Count == 0)
            return "NoBookmarkMatched";
        var input = resume["input"]?.DeepClone().AsObject() ?? [];
        if (resume.TryGetPropertyValue("taskResult", out var taskResult))
            input[WorkflowInputKeys.RunTask] = taskResult?.DeepClone();
        if (resume.TryGetPropertyValue("eventPayload", out var payload))
            input[WorkflowInputKeys.EventPayload] = payload?.DeepClone();
        _host.Send(waiting[0].instance, new ResumeBookmark(waiting[0].bookmark.Id, input));
        return null;
    }

    private JsonObject Burst(Func<object?> act)
    {
        _host.Lines.Clear();
        _host.Tasks.Clear();
        _host.Now = _host.Now.AddMinutes(1);
        var exception = act() as string;
        var burst = _root is null
            ? new JsonObject { ["log"] = new JsonArray(), ["status"] = null, ["subStatus"] = null, ["bookmarks"] = new JsonArray(), ["incidents"] = new JsonArray(), ["variables"] = new JsonObject(), ["output"] = new JsonObject() }
            : VectorShapes.Instance(_root, NewJournal(_root));
        burst["stdout"] = new JsonArray([.. _host.Lines.SelectMany(line => line.Split('\n')).Select(line => JsonValue.Create(line))]);
        burst["tasks"] = new JsonArray([.. _host.Tasks.Select(task => VectorShapes.Task(task.Task, task.Instance == _root))]);
        burst["instances"] = new JsonArray([.. _host.Instances.Where(instance => instance != _root).Select(Other)]);
        if (exception is not null)
            burst["exception"] = exception;
        return burst;
    }

    private JsonObject Other(TestInstance instance)
    {
        var json = VectorShapes.Instance(instance, NewJournal(instance));
        json["definitionId"] = instance.Workflow.Definition.DefinitionId;
        json["parent"] = instance.State.ParentInstanceId is null ? null : "root";
        return json;
    }

    private List<JournalEntry> NewJournal(TestInstance instance)
    {
        var seen = _journalSeen.GetValueOrDefault(instance.Id);
        _journalSeen[instance.Id] = instance.Journal.Count;
        return instance.Journal.GetRange(seen, instance.Journal.Count - seen);
    }
}
