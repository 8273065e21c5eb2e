using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;

namespace WorkflowHost.Engine;

/// <summary>
/// One version of an Elsa workflow definition (elsa-semantics 1.1). Lossless: every member of the JSON is kept, also those this
/// engine does not know; only node ids are recomputed, as Elsa does on load. Immutable once parsed.
/// </summary>
public sealed class WorkflowDefinition
{
    /// <summary>Value of <c>$schema</c> in exported files.</summary>
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private readonly JsonObject _json;

    private WorkflowDefinition(JsonObject json)
    {
        _json = json;
        Root = RootOf(json);
        WorkflowNodeId = NodeIds.Assign(Root);
        Variables = Read("variables", VariableDefinition.Read);
        Inputs = Read("inputs", InputDefinition.Read);
        Outputs = Read("outputs", OutputDefinition.Read);
        Outcomes = Read("outcomes", item => (string?)(item as JsonValue));
        Options = WorkflowOptions.Read(json);
        CustomProperties = ActivityJson.Member(json, "customProperties") as JsonObject ?? [];
    }

    /// <summary>Version id, unique per version; empty in files that have none.</summary>
    public string Id => ActivityJson.Text(_json, "id") ?? "";

    /// <summary>Id shared by all versions.</summary>
    public string DefinitionId => ActivityJson.Text(_json, "definitionId") ?? "";

    /// <summary>Name, or null. As an activity its Pascal-cased form is the type name.</summary>
    public string? Name => ActivityJson.Text(_json, "name")?.Trim();

    /// <summary>Description, or null.</summary>
    public string? Description => ActivityJson.Text(_json, "description")?.Trim();

    /// <summary>Version number, from 1.</summary>
    public int Version => JsonScalars.Int(ActivityJson.Member(_json, "version")) ?? 1;

    /// <summary>True for the newest version, published or not.</summary>
    public bool IsLatest => JsonScalars.Bool(ActivityJson.Member(_json, "isLatest")) ?? false;

    /// <summary>True for the version that starts new instances.</summary>
    public bool IsPublished => JsonScalars.Bool(ActivityJson.Member(_json, "isPublished")) ?? false;

    /// <summary>Workflow variables; those of unknown type are dropped here as Elsa does, and kept in the JSON.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; }

    /// <summary>Input definitions.</summary>
    public IReadOnlyList<InputDefinition> Inputs { get; }

    /// <summary>Output definitions.</summary>
    public IReadOnlyList<OutputDefinition> Outputs { get; }

    /// <summary>Outcomes offered when used as an activity.</summary>
    public IReadOnlyList<string> Outcomes { get; }

    /// <summary>Strategies and use as an activity.</summary>
    public WorkflowOptions Options { get; }

    internal JsonObject CustomProperties { get; }

    /// <summary>The root activity with fresh node ids; do not change it.</summary>
    public JsonObject Root { get; }

    /// <summary>Id and node id of the implicit workflow activity, usually <c>Workflow1</c>.</summary>
    public string WorkflowNodeId { get; }

    /// <summary>Reads definition JSON.</summary>
    /// <exception cref="WorkflowDefinitionException">The text is no JSON object, or two activities of one flowchart share an id.</exception>
    public static WorkflowDefinition Parse(string json)
    {
        JsonNode? node;
        try
        {
            node = JsonNode.Parse(json);
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new WorkflowDefinitionException($"The definition is no JSON: {error.Message}", error);
        }
        return node is JsonObject definition
            ? Parse(definition)
            : throw new WorkflowDefinitionException("The definition is no JSON object.");
    }

    /// <summary>Takes over a copy of the given JSON.</summary>
    /// <exception cref="WorkflowDefinitionException">Two activities of one flowchart share an id, or a strategy is unknown.</exception>
    public static WorkflowDefinition Parse(JsonObject json) => new(json.DeepClone().AsObject());

    /// <summary>The whole definition as text, with recomputed node ids.</summary>
    public string ToJson() => ToJsonObject().ToJsonString(EngineJson.Options);

    /// <summary>The whole definition as a copy the caller may change.</summary>
    public JsonObject ToJsonObject() => _json.DeepClone().AsObject();

    private static JsonObject RootOf(JsonObject json)
    {
        if (ActivityJson.Member(json, "root") is JsonObject root)
            return root;
        var empty = new JsonObject { ["id"] = "Sequence1", ["type"] = "Elsa.Sequence", ["version"] = 1, ["activities"] = new JsonArray() };
        json["root"] = empty;
        return empty;
    }

    private List<T> Read<T>(string name, Func<JsonNode?, T?> read)
        where T : class
    {
        var items = ActivityJson.List(ActivityJson.Member(_json, name));
        return items is null ? [] : items.Select(read).OfType<T>().ToList();
    }
}
