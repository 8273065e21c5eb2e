using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Linting;

/// <summary>What arrows lead to.</summary>
internal static class Reach
{
    /// <summary>The given steps and all that follow them.</summary>
    public static HashSet<ActivityNode> From(FlowGraph graph, IEnumerable<ActivityNode> starts)
    {
        var reached = new HashSet<ActivityNode>(starts);
        var queue = new Queue<ActivityNode>(reached);
        while (queue.TryDequeue(out var node))
            foreach (var arrow in graph.Outbound(node))
                if (reached.Add(arrow.Target))
                    queue.Enqueue(arrow.Target);
        return reached;
    }

    /// <summary>Steps behind one outcome over forward arrows, not going on behind <paramref name="stop"/>.</summary>
    public static HashSet<ActivityNode> Behind(FlowGraph graph, ActivityNode node, string? outcome, ActivityNode stop)
    {
        var first = graph.Outbound(node).Where(arrow => arrow.Port == outcome && !graph.IsBackward(arrow)).Select(arrow => arrow.Target);
        var reached = new HashSet<ActivityNode>(first);
        var queue = new Queue<ActivityNode>(reached);
        while (queue.TryDequeue(out var current))
            if (current != stop)
                foreach (var arrow in graph.Outbound(current))
                    if (!graph.IsBackward(arrow) && reached.Add(arrow.Target))
                        queue.Enqueue(arrow.Target);
        return reached;
    }
}
