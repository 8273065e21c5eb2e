namespace WorkflowHost.Engine.Flowcharts;

/// <summary>Token mode (elsa-semantics 2.7): what happens in a flowchart when a child completes or is cancelled.</summary>
internal static class TokenFlow
{
    public static void ChildCompleted(ActivityContext flow, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        var tokens = State(flow).Tokens;
        if (child.Node.Type.IsTerminal)
        {
            tokens.Clear();
            flow.Complete();
            return;
        }
        var graph = FlowchartWork.Graph(flow);
        var followed = graph.Outbound(child.Node).FindAll(connection => connection.IsFollowed(outcomes));
        foreach (var connection in followed)
            tokens.Add(Token(connection));
        foreach (var token in tokens)
            if (token.To == child.Node.Id && token.IsLive)
                token.Consumed = true;
        foreach (var connection in followed)
            Arrive(flow, graph, child, connection);
        if (!HasPendingWork(flow))
        {
            tokens.Clear();
            flow.Complete();
        }
        tokens.RemoveAll(token => token.To == child.Node.Id && token.Consumed);
    }

    public static void ChildCancelled(ActivityContext flow, ActivityContext cancelled)
    {
        State(flow).Tokens.RemoveAll(token => token.From == cancelled.Node.Id || token.To == cancelled.Node.Id);
        FlowchartWork.CompleteIfIdle(flow);
    }

    private static void Arrive(ActivityContext flow, FlowGraph graph, ActivityContext child, FlowConnection connection)
    {
        var target = connection.Target;
        switch (ModeOf(flow, target))
        {
            case MergeMode.Race:
                Race(flow, graph, child, connection, cancels: true);
                break;
            case MergeMode.Cascade:
                Race(flow, graph, child, connection, cancels: false);
                break;
            case MergeMode.Merge:
                ScheduleWhenAll(flow, target, graph.ForwardInbound(target));
                break;
            case MergeMode.Converge:
                ScheduleWhenAll(flow, target, graph.Inbound(target));
                break;
            default:
                if (!IsUpstreamPending(flow, graph, target))
                    flow.Burst.Schedule(flow, target);
                break;
        }
    }

    private static MergeMode ModeOf(ActivityContext flow, ActivityNode target)
    {
        var mode = FlowchartWork.Plan(flow).MergeModes.GetValueOrDefault(target);
        if (mode != MergeMode.Join)
            return mode;
        return MergeModeNames.JoinMode(target, flow) == "WaitAny" ? MergeMode.Race : MergeMode.Merge;
    }

    private static void Race(ActivityContext flow, FlowGraph graph, ActivityContext child, FlowConnection connection, bool cancels)
    {
        var decisions = flow.Burst.Options.Decisions;
        if (cancels && !decisions.ScheduleBeforeRaceCancels)
            FlowchartWork.CancelAncestors(flow, connection.Target);
        var tokens = State(flow).Tokens;
        var block = tokens.Find(token => token.Blocked && !token.Consumed && Fits(token, connection))
            ?? (decisions.LateTokensDie ? null : tokens.Find(token => token.Blocked && Fits(token, connection)));
        if (block is not null)
        {
            block.Consumed = true;
            if (decisions.LateTokensDie)
                tokens.RemoveAll(token => Fits(token, connection));
            return;
        }
        flow.Burst.Schedule(flow, connection.Target);
        if (cancels && decisions.ScheduleBeforeRaceCancels)
            FlowchartWork.CancelAncestors(flow, connection.Target);
        foreach (var other in graph.ForwardInbound(connection.Target))
            if (other.Source != child.Node && (!decisions.LateTokensDie || CanStillArrive(flow, graph, other)))
                tokens.Add(Token(other) with { Blocked = true });
    }

    /// <summary>Decision B4: only what can still come is blocked, so that the next round of a loop meets no stale block.</summary>
    private static bool CanStillArrive(ActivityContext flow, FlowGraph graph, FlowConnection connection)
    {
        var before = graph.Ancestors(connection.Source);
        bool Concerns(ActivityNode node) => node == connection.Source || before.Contains(node);
        return flow.Children.Exists(child => child.Status is ActivityStatus.Running or ActivityStatus.Faulted && Concerns(child.Node))
            || flow.Burst.Queue.Any(item => item.Owner == flow && Concerns(item.Node));
    }

    private static void ScheduleWhenAll(ActivityContext flow, ActivityNode target, List<FlowConnection> inbound)
    {
        var tokens = State(flow).Tokens;
        if (inbound.Count <= 1 || inbound.TrueForAll(connection => tokens.Exists(token => token.IsLive && Fits(token, connection))))
            flow.Burst.Schedule(flow, target);
    }

    private static bool IsUpstreamPending(ActivityContext flow, FlowGraph graph, ActivityNode target)
    {
        var tokens = State(flow).Tokens;
        foreach (var inbound in graph.ForwardInbound(target))
            if (tokens.Exists(token => token.IsLive && token.To == inbound.Source.Id))
                return true;
        return false;
    }

    private static bool HasPendingWork(ActivityContext flow) =>
        FlowchartWork.IsBusy(flow)
        || State(flow).Tokens.Exists(token => token.IsLive)
        || flow.Children.Exists(child => child.Status == ActivityStatus.Faulted);

    private static bool Fits(FlowToken token, FlowConnection connection) =>
        token.To == connection.Target.Id && token.From == connection.Source.Id && token.Outcome == (connection.Port ?? "Done");

    private static FlowToken Token(FlowConnection connection) =>
        new(connection.Source.Id, connection.Port ?? "Done", connection.Target.Id);

    private static FlowchartState State(ActivityContext flow) => flow.Flow ??= new FlowchartState();
}
