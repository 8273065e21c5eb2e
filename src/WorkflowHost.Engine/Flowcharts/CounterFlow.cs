namespace WorkflowHost.Engine.Flowcharts;

/// <summary>Counter mode (elsa-semantics 2.6): visits of activities and arrows, dead paths are walked as not followed.</summary>
internal static class CounterFlow
{
    private static readonly IReadOnlyList<string> NoOutcome = [];

    public static void ChildCompleted(ActivityContext flow, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (child.Status != ActivityStatus.Completed)
            return;
        if (child.Node.Type.IsTerminal)
        {
            flow.Complete();
            return;
        }
        if (!Follow(flow, child.Node, outcomes, child.ViaBackwardConnection))
            FlowchartWork.CompleteIfIdle(flow);
    }

    public static void ChildCancelled(ActivityContext flow, ActivityContext cancelled)
    {
        if (cancelled.Parent != flow && flow.Burst.Options.Decisions.IgnoreNestedCancellation)
            return;
        FlowchartWork.CompleteIfIdle(flow);
        Follow(flow, cancelled.Node, NoOutcome, viaBackward: false);
    }

    private static bool Follow(ActivityContext flow, ActivityNode node, IReadOnlyList<string>? outcomes, bool viaBackward)
    {
        var graph = FlowchartWork.Graph(flow);
        if (graph.IsDangling(node))
            throw new ActivityFaultException(
                "Exception",
                $"Activity {node.Id} is not reachable from the flowchart graph. Unable to schedule it's outbound activities.");
        var state = State(flow);
        if (!viaBackward)
            Count(state.ActivityVisits, node.Id);
        var scheduled = false;
        foreach (var connection in graph.Outbound(node))
        {
            var followed = connection.IsFollowed(outcomes);
            Count(state.ConnectionVisits, connection.Key);
            state.LastVisitFollowed[connection.Key] = followed;
            scheduled |= graph.IsBackward(connection)
                ? GoBack(flow, graph, connection, followed)
                : Arrive(flow, graph, connection);
        }
        return scheduled;
    }

    private static bool GoBack(ActivityContext flow, FlowGraph graph, FlowConnection connection, bool followed)
    {
        if (!followed)
            return false;
        if (!graph.IsValidBackwardConnection(connection))
            throw new ActivityFaultException(
                "Exception",
                $"Invalid backward connection: Every path from the source ('{connection.Source.Id}') must go through the target ('{connection.Target.Id}') when tracing back to the start.");
        flow.Burst.Schedule(flow, connection.Target, viaBackwardConnection: true);
        return true;
    }

    private static bool Arrive(ActivityContext flow, FlowGraph graph, FlowConnection connection)
    {
        var target = connection.Target;
        var mode = target.TypeName == "Elsa.FlowJoin" ? MergeModeNames.JoinMode(target, flow) : "WaitAllActive";
        if (mode == "WaitAny")
            return ArriveFirst(flow, graph, connection);
        var state = State(flow);
        if (!AllVisited(state, graph, target))
            return false;
        var run = mode == "WaitAll" ? AllFollowed(state, graph, target) : AnyFollowed(state, graph, target);
        return run ? Schedule(flow, target) : Follow(flow, target, NoOutcome, viaBackward: false);
    }

    private static bool ArriveFirst(ActivityContext flow, FlowGraph graph, FlowConnection connection)
    {
        var target = connection.Target;
        var state = State(flow);
        var visits = state.ActivityVisits.GetValueOrDefault(target.Id);
        if (state.ConnectionVisits.GetValueOrDefault(connection.Key) <= visits)
            return false;
        if (flow.Burst.Queue.Any(item => item.Owner == flow && item.Node == target))
            return false;
        if (AnyFollowed(state, graph, target))
        {
            if (flow.Burst.Options.Decisions.JoinOncePerRound && IsRunning(flow, target))
                return false;
            Schedule(flow, target);
            FlowchartWork.CancelAncestors(flow, target);
            return true;
        }
        return AllVisited(state, graph, target) && Follow(flow, target, NoOutcome, viaBackward: false);
    }

    /// <summary>Decision B3: the join itself is running, its cancellations brought us back here.</summary>
    private static bool IsRunning(ActivityContext flow, ActivityNode join) =>
        flow.Children.Exists(child => child.Node == join && child.Status == ActivityStatus.Running);

    private static bool Schedule(ActivityContext flow, ActivityNode target)
    {
        flow.Burst.Schedule(flow, target);
        return true;
    }

    private static bool AllVisited(FlowchartState state, FlowGraph graph, ActivityNode node) =>
        graph.ForwardInbound(node).Min(connection => Visits(state, connection)) > state.ActivityVisits.GetValueOrDefault(node.Id);

    private static bool AnyFollowed(FlowchartState state, FlowGraph graph, ActivityNode node)
    {
        var inbound = graph.ForwardInbound(node);
        var most = inbound.Max(connection => Visits(state, connection));
        return most > state.ActivityVisits.GetValueOrDefault(node.Id)
            && inbound.Exists(connection => Visits(state, connection) == most && WasFollowed(state, connection));
    }

    private static bool AllFollowed(FlowchartState state, FlowGraph graph, ActivityNode node)
    {
        var inbound = graph.ForwardInbound(node);
        var most = inbound.Max(connection => Visits(state, connection));
        return most > state.ActivityVisits.GetValueOrDefault(node.Id)
            && inbound.TrueForAll(connection => Visits(state, connection) == most && WasFollowed(state, connection));
    }

    private static int Visits(FlowchartState state, FlowConnection connection) =>
        state.ConnectionVisits.GetValueOrDefault(connection.Key);

    private static bool WasFollowed(FlowchartState state, FlowConnection connection) =>
        state.LastVisitFollowed.GetValueOrDefault(connection.Key);

    private static void Count(Dictionary<string, int> counts, string key) =>
        counts[key] = counts.GetValueOrDefault(key) + 1;

    private static FlowchartState State(ActivityContext flow) => flow.Flow ??= new FlowchartState();
}
