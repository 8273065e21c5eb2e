namespace WorkflowHost.Engine.Definitions;

/// <summary>Finds the activities that can start a workflow from outside (elsa-semantics 3.1).</summary>
internal static class TriggerIndex
{
    public static IReadOnlyList<StoredTrigger> Of(CompiledWorkflow workflow, DateTimeOffset now)
    {
        var triggers = new List<StoredTrigger>();
        foreach (var node in workflow.Nodes.Values)
            if (node.CanStartWorkflow && node.Type.Descriptor.Kind == ActivityKind.Trigger)
                triggers.AddRange(node.Type.Triggers(node, workflow, now));
        return triggers;
    }
}
