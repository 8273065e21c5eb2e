using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>
/// Runs one line with the library's defaults and upstream's defects, as the lines were recorded, and writes down each burst in
/// their form.
/// </summary>
internal sealed class ScenarioRun
{
    private readonly JsonObject _line;
    private readonly ScenarioHost _host;
    private readonly Dictionary<string, (int Journal, int Commits)> _seen = new(StringComparer.Ordinal);
    private ScenarioInstance? _root;

    public ScenarioRun(JsonObject line, FlowchartMode mode)
    {
        _line = line;
        _host = new ScenarioHost(EngineOptions.ProfileL with { FlowchartMode = mode, Decisions = ElsaDecisions.Upstream });
    }

    /// <summary>The instance the line creates; null before it runs and when it creates none.</summary>
    public ScenarioInstance? Root => _root;

    public JsonObject Run()
    {
        try
        {
            foreach (var child in ActivityJson.List(_line["children"]) ?? [])
                Publish(child);
            var workflow = Publish(_line["definition"]);
            var mistakes = WorkflowValidation.Check(workflow);
            if (mistakes.Count > 0)
                return Refused("validationErrors", new JsonArray([.. mistakes.Select(mistake => JsonValue.Create(mistake))]));
            return Steps(workflow);
        }
        catch (WorkflowDefinitionException)
        {
            return Refused("importException", "JsonException");
        }
    }

    private static JsonObject Refused(string reason, JsonNode value) => new() { [reason] = value, ["bursts"] = new JsonArray() };

    private CompiledWorkflow Publish(JsonNode? definition) => _host.Publish(WorkflowDefinition.Parse(
        definition as JsonObject ?? throw new WorkflowDefinitionException("The definition is no JSON object.")));

    private JsonObject Steps(CompiledWorkflow workflow)
    {
        var bursts = new JsonArray();
        var result = new JsonObject { ["bursts"] = bursts };
        if (ScenarioShapes.Triggers(_host) is { Count: > 0 } triggers)
            result["triggers"] = triggers;
        if (ActivityJson.Text(_line, "start") != "none")
            bursts.Add(Burst(() => Start(workflow)));
        foreach (var step in ActivityJson.List(_line["steps"]) ?? [])
            bursts.Add(Burst(() => Step(step as JsonObject ?? [])));
        return result;
    }

    private string? Start(CompiledWorkflow workflow)
    {
        _root = _host.Start(workflow, new StartWorkflow
        {
            Input = _line["input"]?.DeepClone() as JsonObject,
            CorrelationId = ActivityJson.Text(_line, "correlationId"),
            TriggerActivityId = ActivityJson.Text(_line, "triggerActivityId"),
        });
        return null;
    }

    private string? Step(JsonObject step)
    {
        if (step["resume"] is JsonObject resume)
            return Resume(resume);
        if (step["publishEvent"] is JsonObject published)
            _host.PublishEvent(
                ActivityJson.Text(published, "name") ?? "", published["payload"], ActivityJson.Text(published, "correlationId"));
        else if (step.ContainsKey("cancel"))
            return Send(new CancelInstance(null));
        else if (step.ContainsKey("runAgain"))
            return Send(new RunAgain());
        else
            return "UnknownStep";
        return null;
    }

    private string? Send(WorkflowStimulus stimulus)
    {
        if (_root is null)
            return "NoInstance";
        _host.Send(_root, stimulus);
        return null;
    }

    private string? Resume(JsonObject resume)
    {
        var activityId = ActivityJson.Text(resume, "activityId");
        var anywhere = resume["anyInstance"] is JsonValue any && any.TryGetValue(out bool flag) && flag;
        var skip = resume["skip"] is JsonValue number && number.TryGetValue(out int count) ? count : 0;
        var waiting = (anywhere ? _host.Instances : _host.Instances.Where(instance => instance == _root))
            .SelectMany(instance => instance.State.Bookmarks.Select(bookmark => (instance, bookmark)))
            .Where(pair => pair.bookmark.ActivityId == activityId)
            .OrderBy(pair => pair.bookmark.CreatedAt)
            .Skip(skip)
            .ToList();
        if (waiting.Count == 0)
            return "NoBookmarkMatched";
        var input = resume["input"]?.DeepClone() as JsonObject ?? [];
        if (resume.TryGetPropertyValue("taskResult", out var taskResult))
            input[WorkflowInputKeys.RunTask] = taskResult?.DeepClone();
        if (resume.TryGetPropertyValue("eventPayload", out var payload))
            input[WorkflowInputKeys.EventPayload] = payload?.DeepClone();
        _host.Send(waiting[0].instance, new ResumeBookmark(waiting[0].bookmark.Id, input));
        return null;
    }

    private JsonObject Burst(Func<string?> act)
    {
        _host.Lines.Clear();
        _host.Tasks.Clear();
        _host.Now = _host.Now.AddMinutes(1);
        var exception = act();
        var burst = _root is null ? ScenarioShapes.Nothing() : ScenarioShapes.Instance(_root, NewJournal(_root), details: true);
        if (_host.Lines.Count > 0)
            burst["stdout"] = ScenarioShapes.Lines(_host.Lines);
        if (_host.Tasks.Count > 0)
            burst["tasks"] = new JsonArray([.. _host.Tasks.Select(task => ScenarioShapes.Task(task.Task, task.Instance == _root))]);
        if (Others() is { Count: > 0 } others)
            burst["instances"] = others;
        if (exception is not null)
            burst["exception"] = exception;
        return burst;
    }

    /// <summary>Children and what triggers started; those whose parent is the root are always told, as the recordings do.</summary>
    private JsonArray Others()
    {
        var others = new JsonArray();
        foreach (var instance in _host.Instances.Where(instance => instance != _root))
        {
            var journal = NewJournal(instance);
            var json = ScenarioShapes.Instance(instance, journal, details: false);
            json["definitionId"] = instance.Workflow.Definition.DefinitionId;
            json["parent"] = instance.State.ParentInstanceId is { } parent && parent == _root?.Id ? "root" : null;
            others.Add(json);
        }
        return others;
    }

    private List<JournalEntry> NewJournal(ScenarioInstance instance)
    {
        var (journal, commits) = _seen.GetValueOrDefault(instance.Id);
        _seen[instance.Id] = (instance.Journal.Count, instance.Commits.Count);
        instance.FirstNewCommit = commits;
        return [.. instance.Journal.Skip(journal)];
    }
}
