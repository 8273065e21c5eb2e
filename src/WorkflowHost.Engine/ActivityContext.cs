using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;
using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine;

/// <summary>
/// One execution of one activity: what its type sees and does. It is also the activity record of elsa-semantics 2.3 and lives
/// from its first execution until it is complete, across bursts.
/// </summary>
public sealed partial class ActivityContext
{
    internal ActivityContext(Burst burst, ActivityNode node, ActivityContext? parent, string id)
    {
        Burst = burst;
        Node = node;
        Parent = parent;
        ActivityInstanceId = id;
    }

    /// <summary>Id of the activity in the definition.</summary>
    public string ActivityId => Node.Id;

    /// <summary>Display name of the activity; its id when it has none.</summary>
    public string ActivityName => Node.Name ?? Node.Id;

    /// <summary>Colon-joined path of the activity.</summary>
    public string ActivityNodeId => Node.NodeId;

    /// <summary>Id of this record, 16 hex digits; the same across bursts.</summary>
    public string ActivityInstanceId { get; }

    /// <summary>Id of the workflow instance.</summary>
    public string InstanceId => Burst.InstanceId;

    /// <summary>Stable id of the definition.</summary>
    public string DefinitionId => Burst.Workflow.Definition.DefinitionId;

    /// <summary>Version id of the definition.</summary>
    public string DefinitionVersionId => Burst.Workflow.Definition.Id;

    /// <summary>Version number of the definition.</summary>
    public int DefinitionVersion => Burst.Workflow.Definition.Version;

    /// <summary>Time of the burst, UTC.</summary>
    public DateTimeOffset Now => Burst.Now;

    /// <summary>Correlation id of the instance; null = none.</summary>
    public string? CorrelationId
    {
        get => Burst.CorrelationId;
        set => Burst.CorrelationId = value;
    }

    /// <summary>Name of the instance; null = none.</summary>
    public string? InstanceName
    {
        get => Burst.Name;
        set => Burst.Name = value;
    }

    /// <summary>
    /// True when this is the execution of the trigger that started the instance: it must not wait for what has just happened. When
    /// a loop comes back to the same activity it waits like any other.
    /// </summary>
    public bool IsTriggerOfWorkflow => Burst.IsFirst && Burst.TriggerActivityId == Node.Id && Burst.RunsFirstTime(this);

    /// <summary>Input of the start or of the resume, by name; empty when there is none. Do not change it.</summary>
    public JsonObject ResumeInput => Burst.InputJson;

    /// <summary>The bookmark being resumed; null when the activity executes for the first time.</summary>
    public Bookmark? Bookmark { get; internal set; }

    /// <summary>The HTTP request behind this burst, or null.</summary>
    public WorkflowHttpRequest? HttpRequest => Burst.HttpRequest;

    /// <summary>What this activity keeps between bursts. JSON values only.</summary>
    public JsonObject Properties => PropertyBag ??= [];

    /// <summary>Journal data shown with the Completed entry and in the record.</summary>
    public JsonObject JournalData => Journal ??= [];

    /// <summary>A port of the host.</summary>
    /// <exception cref="ActivityFaultException">The host has no such port; the activity faults.</exception>
    public T Port<T>()
        where T : class =>
        Burst.Host.Port<T>() ?? throw new ActivityFaultException("NoPort", $"This host has no {typeof(T).Name}.");

    /// <summary>The published version of a definition, or null when there is none.</summary>
    public CompiledWorkflow? FindPublished(string definitionId) => Burst.Host.FindPublished(definitionId);

    /// <summary>A new id of 16 hex digits.</summary>
    public string NewId() => Burst.Host.NewId();

    /// <summary>
    /// Evaluated input, converted to <typeparamref name="T"/>: string, bool, int, long, double, decimal, Guid, DateTimeOffset,
    /// TimeSpan, their nullables, JsonNode kinds, or <c>List&lt;string&gt;</c>. The default of T when the input is absent or null.
    /// TimeSpan also accepts ISO 8601 durations such as <c>P2D</c> or <c>PT4H</c>.
    /// </summary>
    /// <exception cref="ActivityFaultException">The value cannot be converted (strict profile).</exception>
    public T? Input<T>(string name) => ClrValues.To<T>(Get(name), Burst.Conversion);

    /// <summary>Evaluated input as JSON the caller owns; null when absent or null. JSON text in an Object input is parsed.</summary>
    public JsonNode? InputNode(string name)
    {
        var value = Get(name);
        return value is string text && ClrValues.LooksLikeJson(text) && ClrValues.TryParseJson(text, out var parsed)
            ? parsed
            : ClrValues.ToHostNode(value);
    }

    /// <summary>True when the definition gives the input a value or an expression.</summary>
    public bool HasInput(string name) => Node.FindInput(name)?.HasExpression ?? false;

    /// <summary>Sets an output: recorded for this burst and written to the variable or workflow output it is bound to.</summary>
    public void SetOutput(string name, JsonNode? value) => Set(name, ClrValues.FromNode(value));

    /// <summary>Value of the nearest variable of that name as JSON the caller owns; null when absent or null.</summary>
    public JsonNode? Variable(string name) => ClrValues.ToHostNode(FindVariable(name)?.Value);

    /// <summary>Sets the nearest variable of that name, or creates one in the nearest container.</summary>
    public void SetVariable(string name, JsonNode? value) => SetVariableValue(name, ClrValues.FromNode(value));

    /// <summary>Sets a workflow output.</summary>
    public void SetWorkflowOutput(string name, JsonNode? value) =>
        Burst.Output[name] = value?.DeepClone();

    /// <summary>Completes with the given outcomes; none means Done. Ignored unless the record is running.</summary>
    public void Complete(params string[] outcomes) => Burst.Complete(this, outcomes is { Length: > 0 } ? outcomes : null);

    /// <summary>Waits here: the activity is not completed by itself and goes on when the bookmark is resumed.</summary>
    /// <param name="name">Stimulus name; null = the type's.</param>
    /// <param name="payload">PascalCase members; hashed for delivery. Null = none.</param>
    /// <param name="dueAt">When the host must resume it by itself; null = never.</param>
    /// <param name="hashPayload">What to hash instead of <paramref name="payload"/> when some members must not count.</param>
    /// <param name="autoBurn">False keeps the bookmark after a resume.</param>
    /// <param name="callback">Name of the resume path when a type has several.</param>
    /// <param name="metadata">Values for the host, not hashed.</param>
    public Bookmark CreateBookmark(
        string? name = null,
        JsonObject? payload = null,
        DateTimeOffset? dueAt = null,
        JsonNode? hashPayload = null,
        bool autoBurn = true,
        string? callback = null,
        JsonObject? metadata = null)
    {
        name ??= Node.Type.StimulusName;
        var bookmark = new Bookmark(
            NewId(),
            name,
            StimulusHasher.Hash(name, hashPayload ?? payload),
            payload,
            Node.Id,
            Node.NodeId,
            ActivityInstanceId,
            Now)
        {
            DueAt = dueAt,
            AutoBurn = autoBurn,
            Callback = callback,
            Metadata = metadata,
        };
        CreatedBookmark = true;
        Burst.Bookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Hands something to the host for after the commit.</summary>
    public void AddEffect(WorkflowEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        Burst.Effects.Add(effect);
    }

    /// <summary>A key that is the same when this step of this record is carried out again.</summary>
    public string EffectKey(string purpose) => $"{InstanceId}:{ActivityInstanceId}:{purpose}:{Burst.Effects.Count}";

    /// <summary>Ends the activity with an error; it becomes an incident.</summary>
    public static void Fault(string code, string message) => throw new ActivityFaultException(code, message);

    /// <summary>Writes a journal line of its own.</summary>
    public void Log(string eventName, string? message = null, JsonObject? payload = null) =>
        Burst.Write(this, eventName, message, payload);

    /// <summary>Answers the HTTP request of this burst.</summary>
    /// <exception cref="ActivityFaultException">There is no request, or it has been answered.</exception>
    public void Respond(WorkflowHttpResponse response)
    {
        if (HttpRequest is null)
            throw new ActivityFaultException("NoHttpContext", "There is no HTTP request to answer: the instance has waited since.");
        Burst.HttpResponse = response;
    }
}
