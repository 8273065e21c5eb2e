namespace WorkflowHost.Engine.Flowcharts;

/// <summary>What both modes ask of a running flowchart.</summary>
internal static class FlowchartWork
{
    public static FlowchartPlan Plan(ActivityContext flow) => (FlowchartPlan)flow.Node.Prepared!; // set when the node is compiled

    public static FlowGraph Graph(ActivityContext flow) => Plan(flow).Graph(flow.Burst.TriggerActivityId);

    /// <summary>A child is running, or work of this flowchart or of anything below it is queued.</summary>
    public static bool IsBusy(ActivityContext flow)
    {
        foreach (var child in flow.Children)
            if (child.Status == ActivityStatus.Running)
                return true;
        foreach (var item in flow.Burst.Queue)
            for (var owner = item.Owner; owner is not null; owner = owner.Parent)
                if (owner == flow)
                    return true;
        return false;
    }

    public static void CompleteIfIdle(ActivityContext flow)
    {
        if (!IsBusy(flow) && !flow.Children.Exists(child => child.Status == ActivityStatus.Faulted))
            flow.Complete();
    }

    /// <summary>Cancels what still runs before a node; children of this flowchart only.</summary>
    public static void CancelAncestors(ActivityContext flow, ActivityNode node)
    {
        var ancestors = Graph(flow).Ancestors(node);
        foreach (var child in flow.Children.ToArray())
            if (ancestors.Contains(child.Node))
                flow.Burst.Cancel(child);
    }
}
