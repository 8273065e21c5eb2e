using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Linting;

/// <summary>Places where branches meet: traps 5 to 8 and 10 of elsa-semantics 0.4, each with its remedy.</summary>
internal static class JoinChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted) =>
        linted.Flowcharts.SelectMany(flowchart => Check(LintedWorkflow.Plan(flowchart)));

    private static IEnumerable<WorkflowProblem> Check(FlowchartPlan plan)
    {
        var graph = plan.Graph(null);
        foreach (var node in plan.Activities)
        {
            var inbound = graph.ForwardInbound(node);
            if (inbound.Count < 2)
                continue;
            if (WaitsForAll(plan, node))
            {
                if (ExclusiveBefore(plan, graph, node, inbound) is { } decision)
                    yield return new WorkflowProblem(
                        node.NodeId, "join-waits-forever",
                        $"This join waits for every arrow, but '{decision.Name ?? decision.Id}' takes only one of its outcomes: the instance hangs.",
                        "Let the branches of a decision meet in a plain step, or set the join to WaitAny.");
            }
            else if (!IsRace(plan, node) && SplitBefore(plan, graph, node, inbound) is { } fork)
            {
                yield return new WorkflowProblem(
                    node.NodeId, "merge-runs-twice",
                    $"Branches that run side by side from '{fork.Name ?? fork.Id}' meet here without a join: the step may run once per branch.",
                    "Put a Join with mode WaitAll where they meet.");
            }
        }
    }

    private static bool WaitsForAll(FlowchartPlan plan, ActivityNode node) => plan.MergeModes[node] switch
    {
        MergeMode.Merge or MergeMode.Converge => true,
        MergeMode.Join => JoinMode(node) is "WaitAll" or "WaitAllActive",
        _ => false,
    };

    /// <summary>The first arrival goes on and the others are cancelled.</summary>
    public static bool IsFirstWins(FlowchartPlan plan, ActivityNode node) =>
        plan.MergeModes[node] == MergeMode.Race || (plan.MergeModes[node] == MergeMode.Join && JoinMode(node) == "WaitAny");

    private static bool IsRace(FlowchartPlan plan, ActivityNode node) =>
        plan.MergeModes[node] is MergeMode.Race or MergeMode.Cascade or MergeMode.Join;

    private static string? JoinMode(ActivityNode join) =>
        join.FindInput("Mode")?.Expression switch
        {
            LiteralExpression { Value: string mode } => mode,
            null => "WaitAny",
            _ => null,
        };

    /// <summary>A decision before the join of which one outcome can arrive where another cannot.</summary>
    private static ActivityNode? ExclusiveBefore(FlowchartPlan plan, FlowGraph graph, ActivityNode join, List<FlowConnection> inbound)
    {
        foreach (var node in plan.Activities)
        {
            if (node == join || Outcomes.AreParallel(node) || Outcomes.Of(node) is not { Count: > 1 } outcomes)
                continue;
            // An outcome that leads back to the decision is asked again and arrives later.
            var final = outcomes.Where(outcome => !Reach.From(graph, Targets(graph, node, outcome)).Contains(node)).ToList();
            var arrivals = final.Select(outcome => Arrivals(graph, node, outcome, join, inbound)).ToList();
            var all = arrivals.SelectMany(arrival => arrival).Distinct().ToList();
            if (all.Count > 0 && arrivals.Exists(arrival => arrival.Count < all.Count))
                return node;
        }
        return null;
    }

    private static IEnumerable<ActivityNode> Targets(FlowGraph graph, ActivityNode node, string outcome) =>
        graph.Outbound(node).Where(arrow => arrow.Port == outcome).Select(arrow => arrow.Target);

    /// <summary>One outcome with several arrows, or a fork, whose branches arrive over different arrows.</summary>
    public static ActivityNode? SplitBefore(FlowchartPlan plan, FlowGraph graph, ActivityNode merge, List<FlowConnection> inbound)
    {
        foreach (var node in plan.Activities)
        {
            var branches = Outcomes.AreParallel(node)
                ? graph.Outbound(node)
                : graph.Outbound(node).GroupBy(arrow => arrow.Port).Where(group => group.Count() > 1).SelectMany(group => group).ToList();
            var arrivals = branches
                .Where(branch => !graph.IsBackward(branch))
                .Select(branch => (branch, Over: Over(graph, branch, merge, inbound)))
                .Where(arrival => arrival.Over.Count > 0)
                .ToList();
            foreach (var (first, over) in arrivals)
                foreach (var (second, otherOver) in arrivals)
                    if (first != second && over.Exists(arrow => !otherOver.Contains(arrow)) && otherOver.Exists(arrow => !over.Contains(arrow)))
                        return node;
        }
        return null;
    }

    private static List<FlowConnection> Arrivals(
        FlowGraph graph, ActivityNode node, string outcome, ActivityNode join, List<FlowConnection> inbound)
    {
        var behind = Reach.Behind(graph, node, outcome, join);
        return inbound.FindAll(arrow => (arrow.Source == node && arrow.Port == outcome) || behind.Contains(arrow.Source));
    }

    private static List<FlowConnection> Over(FlowGraph graph, FlowConnection branch, ActivityNode merge, List<FlowConnection> inbound)
    {
        if (branch.Target == merge)
            return [branch];
        var behind = new HashSet<ActivityNode> { branch.Target };
        foreach (var outcome in graph.Outbound(branch.Target).Select(arrow => arrow.Port).Distinct())
            behind.UnionWith(Reach.Behind(graph, branch.Target, outcome, merge));
        return inbound.FindAll(arrow => behind.Contains(arrow.Source));
    }
}
