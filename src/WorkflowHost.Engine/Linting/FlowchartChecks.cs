using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Linting;

/// <summary>Flowcharts: steps nobody reaches, outcomes and arrows that do not meet, circles without a way out.</summary>
internal static class FlowchartChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted) =>
        linted.Flowcharts.SelectMany(flowchart => Check(LintedWorkflow.Plan(flowchart)));

    private static IEnumerable<WorkflowProblem> Check(FlowchartPlan plan)
    {
        var graph = plan.Graph(null);
        var starts = plan.Activities.Where(activity => activity.CanStartWorkflow).Append(plan.Start(null)).OfType<ActivityNode>().ToList();
        var reached = Reach.From(graph, starts);
        foreach (var activity in plan.Activities)
        {
            if (!reached.Contains(activity))
            {
                yield return new WorkflowProblem(
                    activity.NodeId, "unreachable-step", "No way leads to this step.", "Draw an arrow to it or remove it.",
                    // Legal in Elsa, where disconnected steps simply never run.
                    IsError: false);
                continue;
            }
            foreach (var problem in Ports(graph, activity))
                yield return problem;
        }
        foreach (var circle in EndlessCircles(plan, graph))
            yield return circle;
    }

    private static IEnumerable<WorkflowProblem> Ports(FlowGraph graph, ActivityNode activity)
    {
        if (Outcomes.Of(activity) is not { } outcomes)
            yield break;
        var arrows = graph.Outbound(activity);
        foreach (var arrow in arrows)
            if (arrow.Port is not null && !outcomes.Contains(arrow.Port) && activity.TypeName != "Elsa.RunJavaScript")
                yield return new WorkflowProblem(
                    $"{activity.NodeId}/{arrow.Port}", "arrow-from-unknown-outcome",
                    $"An arrow leaves at '{arrow.Port}', which is no outcome of this step; it is never taken.",
                    $"Outcomes are: {string.Join(", ", outcomes)}. Names are compared letter by letter.");
        if (outcomes.Count < 2 || activity.Type.IsTerminal)
            yield break;
        foreach (var outcome in outcomes)
            if (outcome is not "Done" && arrows.TrueForAll(arrow => arrow.Port != outcome))
                yield return new WorkflowProblem(
                    $"{activity.NodeId}/{outcome}", "outcome-without-arrow", $"Nothing follows when the step ends with '{outcome}'.",
                    "Draw an arrow, or leave it when the process is meant to end there.", IsError: false);
    }

    /// <summary>A circle where nothing waits and nothing decides runs until the limit faults it.</summary>
    private static IEnumerable<WorkflowProblem> EndlessCircles(FlowchartPlan plan, FlowGraph graph)
    {
        foreach (var arrow in plan.Connections)
        {
            if (!graph.IsBackward(arrow))
                continue;
            var after = Reach.From(graph, [arrow.Target]);
            var circle = after.Where(node => Reach.From(graph, [node]).Contains(arrow.Source)).Append(arrow.Source).Distinct().ToList();
            if (!circle.Contains(arrow.Target) || circle.Exists(LintedWorkflow.Waits))
                continue;
            if (circle.TrueForAll(node => Outcomes.Of(node) is { Count: 1 }))
                yield return new WorkflowProblem(
                    arrow.Source.NodeId, "endless-loop", "This circle has no wait and no way out.",
                    "Put a task, a timer or a decision into it.");
        }
    }
}
