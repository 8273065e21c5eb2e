using WorkflowHost.Engine.Definitions;

namespace WorkflowHost.Engine;

/// <summary>A definition version bound to the activity types of a host: made once per version, immutable, thread-safe.</summary>
public sealed class CompiledWorkflow
{
    private readonly Dictionary<string, ActivityNode> _nodes;

    private CompiledWorkflow(WorkflowDefinition definition, ActivityNode workflow, Dictionary<string, ActivityNode> nodes)
    {
        Definition = definition;
        Workflow = workflow;
        _nodes = nodes;
    }

    /// <summary>The definition it was made from.</summary>
    public WorkflowDefinition Definition { get; }

    /// <summary>All activities by node id, the implicit workflow activity and those of nested workflows included.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Nodes => _nodes;

    internal ActivityNode Workflow { get; }

    /// <summary>Binds a definition to the types of a registry. Unknown types do not fail here; reaching them faults.</summary>
    public static CompiledWorkflow Compile(WorkflowDefinition definition, ActivityRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(registry);
        var nodes = new Dictionary<string, ActivityNode>(StringComparer.Ordinal);
        var workflow = new WorkflowCompiler(registry, nodes).Compile(definition);
        return new CompiledWorkflow(definition, workflow, nodes);
    }

    /// <summary>
    /// Triggers to store when this version is published: every activity marked as start whose type can start a workflow and whose
    /// inputs give a payload.
    /// </summary>
    /// <param name="now">Time of publication.</param>
    public IReadOnlyList<StoredTrigger> Triggers(DateTimeOffset now) => TriggerIndex.Of(this, now);

    /// <summary>The activity with that id, the outermost one when nested workflows repeat it; null when there is none.</summary>
    public ActivityNode? FindActivity(string activityId) =>
        _nodes.Values.Where(node => node.Id == activityId).MinBy(node => node.NodeId.Length);

    internal ActivityNode? FindNode(string nodeId) => _nodes.GetValueOrDefault(nodeId);
}
