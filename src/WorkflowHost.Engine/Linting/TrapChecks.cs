using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Linting;

/// <summary>
/// Constructs whose result depends on the profile or that stock Elsa 3.8 gets wrong: traps 4, 8 to 12, 13, 19 and 20 of
/// elsa-semantics 0.4. This engine runs most of them well; a definition that must also run on Elsa should avoid them.
/// </summary>
internal static class TrapChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted) =>
    [
        .. linted.Flowcharts.SelectMany(flowchart => OfFlowchart(LintedWorkflow.Plan(flowchart))),
        .. linted.Nodes.SelectMany(node => OfNode(linted, node)),
        .. OfDefinition(linted.Definition),
    ];

    private static IEnumerable<WorkflowProblem> OfFlowchart(FlowchartPlan plan)
    {
        var graph = plan.Graph(null);
        foreach (var node in plan.Activities)
        {
            var inbound = graph.ForwardInbound(node);
            if (inbound.Count < 2)
                continue;
            if (JoinChecks.SplitBefore(plan, graph, node, inbound) is not { } split)
                continue;
            if (JoinChecks.IsFirstWins(plan, node))
                foreach (var problem in OfRace(graph, node, inbound))
                    yield return problem;
            if (ReworkInside(plan, graph, node, split) is { } rework)
                yield return new WorkflowProblem(
                    rework.NodeId, "rework-inside-parallel-branch",
                    $"The way back at '{Name(rework)}' stays inside one branch of '{Name(split)}': in counter mode the join '{Name(node)}' fires too early or never.",
                    "Keep token mode for this workflow, or lead the way back to before the fork.", IsError: false);
        }
    }

    private static IEnumerable<WorkflowProblem> OfRace(FlowGraph graph, ActivityNode race, List<FlowConnection> inbound)
    {
        if (Reach.From(graph, [race]).Any(LintedWorkflow.Waits))
            yield return new WorkflowProblem(
                race.NodeId, "wait-after-race",
                $"'{Name(race)}' takes the first arrival and cancels the others; work that waits follows. Elsa 3.8 in token mode loses the instance there.",
                "For Elsa: end the flow after the race without another wait, or start the rest as a workflow of its own.", IsError: false);
        foreach (var arrow in inbound)
            if (arrow.Source.ChildList.Count > 0)
                yield return new WorkflowProblem(
                    arrow.Source.NodeId, "race-cancels-container",
                    $"'{Name(race)}' may cancel '{Name(arrow.Source)}', which holds other steps. Elsa 3.8 in counter mode faults there.",
                    "For Elsa: let single steps race, or use token mode.", IsError: false);
            else if (!LintedWorkflow.Waits(arrow.Source))
                yield return new WorkflowProblem(
                    arrow.Source.NodeId, "racer-that-does-not-wait",
                    $"'{Name(arrow.Source)}' does not wait, so it always wins the race at '{Name(race)}', or what follows runs twice in Elsa's counter mode.",
                    "Let every racing branch be one step that waits.", IsError: false);
    }

    /// <summary>A way back whose circle lies behind the fork and before the join.</summary>
    private static ActivityNode? ReworkInside(FlowchartPlan plan, FlowGraph graph, ActivityNode join, ActivityNode split)
    {
        var inside = graph.Outbound(split).Select(arrow => arrow.Port).Distinct()
            .SelectMany(outcome => Reach.Behind(graph, split, outcome, join)).ToHashSet();
        inside.Remove(join);
        return plan.Connections.FirstOrDefault(arrow =>
            graph.IsBackward(arrow) && inside.Contains(arrow.Source) && inside.Contains(arrow.Target)
            && graph.Ancestors(join).Contains(arrow.Target))?.Source;
    }

    private static IEnumerable<WorkflowProblem> OfNode(LintedWorkflow linted, ActivityNode node)
    {
        if (node.TypeName == "Elsa.Complete" && !IsRootFlowchart(linted, node.Parent))
            yield return new WorkflowProblem(
                node.NodeId, "complete-inside-container",
                "Complete ends the whole workflow from inside another step. Elsa 3.8 in counter mode faults there.",
                "For Elsa: make it a step of the outermost flowchart, or use Finish.", IsError: false);
        if (node.TypeName == "Elsa.Break" && node.Parent?.TypeName is "Elsa.If" or "Elsa.Switch" or "Elsa.Flowchart")
            yield return new WorkflowProblem(
                node.NodeId, "break-inside-branch",
                "Break leaves the loop only after the flow around it has gone on to its end.",
                "Put Break directly into the sequence that is the loop's body.", IsError: false);
        if (node.TypeName == "Elsa.While" && node.FindInput("Condition")?.Expression is Expressions.LiteralExpression { Value: true or "true" or "True" }
            && !LintedWorkflow.Waits(node) && !HasBelow(node, "Elsa.Break", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault"))
            yield return new WorkflowProblem(
                node.NodeId, "endless-loop", "This loop has no wait and no way out.", "Put a task, a timer or a condition into it.");
        if (node.TypeName == "Elsa.ExecuteWorkflow" && LintedWorkflow.Waits(node) && node.Outputs.Length > 0)
            yield return new WorkflowProblem(
                node.NodeId + "/result", "result-lost-by-wait",
                "When the executed workflow waits, Elsa 3.8 gives an empty result.",
                "For Elsa: use Dispatch Workflow with waiting, or the workflow as an activity.", IsError: false);
    }

    private static IEnumerable<WorkflowProblem> OfDefinition(WorkflowDefinition definition)
    {
        if (definition.Options.ActivationStrategy != ActivationStrategy.AllowAlways)
            yield return new WorkflowProblem(
                "options/activationStrategyType", "activation-strategy-unknown-to-elsa",
                "A definition with an activation strategy cannot be saved on an Elsa 3.8.0 server.",
                "For Elsa 3.8.0: remove the strategy before exporting.", IsError: false);
    }

    private static bool IsRootFlowchart(LintedWorkflow linted, ActivityNode? node) =>
        node is not null && node.Prepared is FlowchartPlan && node.Parent == linted.Workflow.Workflow;

    private static bool HasBelow(ActivityNode node, params string[] types) =>
        node.ChildList.Exists(child => types.Contains(child.TypeName) || HasBelow(child, types));

    private static string Name(ActivityNode node) => node.Name ?? node.Id;
}
