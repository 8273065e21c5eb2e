using System.Text.Json.Nodes;
using WorkflowHost.Engine.Activities;

namespace WorkflowHost.Engine.Definitions;

/// <summary>Builds the tree of nodes; workflows used as activities are opened into it (elsa-semantics 2.14).</summary>
internal sealed class WorkflowCompiler(ActivityRegistry registry, Dictionary<string, ActivityNode> nodes)
{
    private const int MaxDepth = 200;

    private int _nestedWorkflows;

    public ActivityNode Compile(WorkflowDefinition definition)
    {
        // Elsa numbers the generated ids of workflow activities from the inside out: with a nested workflow the outer one is not 1.
        _nestedWorkflows = UsesWorkflowActivity(definition.Root) ? 1 : 0;
        var id = _nestedWorkflows == 0 ? NodeIds.Workflow : "Workflow2";
        return Workflow(null, "", id, id, definition, 0);
    }

    private ActivityNode Workflow(
        ActivityNode? parent, string port, string id, string nodeId, WorkflowDefinition definition, int depth)
    {
        var json = new JsonObject { ["id"] = id, ["type"] = "Elsa.Workflow", ["version"] = 1 };
        var node = new ActivityNode(parent, port, nodeId, json, registry.Find("Elsa.Workflow", 1) ?? new WorkflowActivity())
        {
            Variables = definition.Variables,
            IsVariableContainer = true,
        };
        Register(node);
        node.ChildList.Add(Activity(node, "root", definition.Root, depth + 1));
        return node;
    }

    private ActivityNode Activity(ActivityNode parent, string port, JsonObject json, int depth)
    {
        if (depth > MaxDepth)
            throw new WorkflowDefinitionException("Activities, with the workflows used among them, are nested too deep.");
        var nodeId = parent.NodeId + ":" + ActivityJson.Text(json, "id");
        var type = FindType(json);
        var node = new ActivityNode(parent, port, nodeId, json, type);
        Register(node);
        if (type is WorkflowAsActivity nested)
            node.ChildList.Add(Workflow(node, "root", NodeIds.Workflow, nodeId + ":" + NodeIds.Workflow, nested.Definition, depth + 1));
        else if (node.IsKnown)
            foreach (var (childPort, child) in ActivityJson.Children(json))
                node.ChildList.Add(Activity(node, childPort, child, depth + 1));
        node.Prepared = type.Prepare(node);
        return node;
    }

    private ActivityType FindType(JsonObject json)
    {
        var definitionId = ActivityJson.Text(json, "workflowDefinitionId");
        if (definitionId is not null)
            return registry.FindWorkflow(definitionId, ActivityJson.Text(json, "workflowDefinitionVersionId"))
                ?? (ActivityType)NotFoundActivity.Instance;
        var type = ActivityJson.Text(json, "type") ?? "";
        var version = JsonScalars.Int(ActivityJson.Member(json, "version")) ?? 0;
        return registry.Find(type, version) ?? NotFoundActivity.Instance;
    }

    private bool UsesWorkflowActivity(JsonObject json) =>
        FindType(json) is WorkflowAsActivity || ActivityJson.Children(json).Any(child => UsesWorkflowActivity(child.Activity));

    private void Register(ActivityNode node) => nodes[node.NodeId] = node;
}
