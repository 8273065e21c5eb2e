using System.Text.Json.Nodes;
using WorkflowHost.Engine.Definitions;

namespace WorkflowHost.Engine;

/// <summary>One activity of a compiled definition. Immutable and shared by all instances.</summary>
public sealed class ActivityNode
{
    private readonly Dictionary<string, int> _inputIndex;

    internal ActivityNode(ActivityNode? parent, string port, string nodeId, JsonObject json, ActivityType type)
    {
        Parent = parent;
        Port = port;
        NodeId = nodeId;
        Json = json;
        Type = type;
        Id = ActivityJson.Text(json, "id") ?? "";
        Name = ActivityJson.Text(json, "name") is { Length: > 0 } name ? name : null;
        TypeName = ActivityJson.Text(json, "type") ?? "";
        TypeVersion = JsonScalars.Int(ActivityJson.Member(json, "version")) ?? 1;
        Inputs = InputBinding.ReadAll(json, type.Descriptor);
        Outputs = OutputBinding.ReadAll(json, type.Descriptor);
        Variables = ContainerVariables.Read(json, TypeName);
        IsVariableContainer = TypeName is "Elsa.Flowchart" or "Elsa.Sequence" or "Elsa.Parallel" || type.Descriptor.IsContainer;
        _inputIndex = new Dictionary<string, int>(Inputs.Length, StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < Inputs.Length; index++)
            _inputIndex[Inputs[index].Descriptor.Name] = index;
    }

    /// <summary>Id in the definition.</summary>
    public string Id { get; }

    /// <summary>Colon-joined ids from the workflow down.</summary>
    public string NodeId { get; }

    /// <summary>Display name, or null.</summary>
    public string? Name { get; }

    /// <summary>Type name as written, also when the type is unknown here.</summary>
    public string TypeName { get; }

    /// <summary>Type version as written; 1 when absent.</summary>
    public int TypeVersion { get; }

    /// <summary>The JSON of the activity; do not change it.</summary>
    public JsonObject Json { get; }

    /// <summary>The enclosing activity; null for the workflow.</summary>
    public ActivityNode? Parent { get; }

    /// <summary>Direct children in document order.</summary>
    public IReadOnlyList<ActivityNode> Children => ChildList;

    /// <summary>False when no type of this name is registered here; reaching it faults.</summary>
    public bool IsKnown => Type is not Activities.NotFoundActivity;

    internal List<ActivityNode> ChildList { get; } = [];

    /// <summary>Where the parent holds it: <c>then</c>, <c>activities[0]</c>, <c>cases[1].activity</c>.</summary>
    internal string Port { get; }

    internal ActivityType Type { get; }

    internal InputBinding[] Inputs { get; }

    internal OutputBinding[] Outputs { get; }

    internal IReadOnlyList<VariableDefinition> Variables { get; init; }

    internal bool IsVariableContainer { get; init; }

    /// <summary>What the type worked out once for this node, for example the flow graph.</summary>
    internal object? Prepared { get; set; }

    internal bool CanStartWorkflow =>
        JsonScalars.Bool(CustomProperty("canStartWorkflow")) ?? JsonScalars.Bool(ActivityJson.Member(Json, "canStartWorkflow")) ?? false;

    internal JsonNode? CustomProperty(string name) =>
        ActivityJson.Member(Json, "customProperties") is JsonObject properties ? ActivityJson.Member(properties, name) : null;

    internal ActivityNode? Child(string port) =>
        ChildList.Find(child => child.Port.Equals(port, StringComparison.OrdinalIgnoreCase));

    internal IReadOnlyList<ActivityNode> ChildrenIn(string list) =>
        ChildList.FindAll(child => child.Port.StartsWith(list + "[", StringComparison.OrdinalIgnoreCase));

    internal int IndexOfInput(string name) => _inputIndex.GetValueOrDefault(name, -1);

    internal InputBinding? FindInput(string name) =>
        _inputIndex.TryGetValue(name, out var index) ? Inputs[index] : null;

    internal OutputBinding? FindOutput(string name) => Array.Find(Outputs, output => output.Name == name);
}
