using WorkflowHost.Engine.Activities;

namespace WorkflowHost.Engine.Linting;

/// <summary>Single activities: unknown types, loops without a body, endings in the wrong place, bindings to nothing.</summary>
internal static class ActivityChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted) => linted.Nodes.SelectMany(node => Check(linted, node));

    private static IEnumerable<WorkflowProblem> Check(LintedWorkflow linted, ActivityNode node)
    {
        if (!node.IsKnown)
            yield return new WorkflowProblem(
                node.NodeId, "unknown-activity", $"No activity type '{node.TypeName}' is known here; reaching this step faults.",
                "Replace the step, or publish the workflow it stands for.");
        if (node.TypeName is "Elsa.For" or "Elsa.While" && node.Child("body") is null)
            yield return new WorkflowProblem(
                node.NodeId, "loop-without-body", "A loop without a body never ends well.", "Give the loop a body or remove it.");
        if (node.TypeName == "Elsa.End" && node.Parent?.TypeName is "Elsa.If" or "Elsa.Switch")
            yield return new WorkflowProblem(
                node.NodeId, "end-inside-branch", "End inside If or Switch ends only that branch, not the flow around it.",
                "Use a decision in the flowchart with End as a step of its own, or Finish.", IsError: false);
        foreach (var problem in Bindings(linted, node))
            yield return problem;
    }

    private static IEnumerable<WorkflowProblem> Bindings(LintedWorkflow linted, ActivityNode node)
    {
        if (node.TypeName == "Elsa.SetVariable")
        {
            var id = SetVariable.Target(node.FindInput("Variable")?.Raw);
            if (id is null || !IsVariable(linted, node, id))
                yield return new WorkflowProblem(
                    node.NodeId + "/variable", "unknown-variable", $"There is no variable '{id}' here; this step faults.",
                    "Choose a variable of the workflow.");
        }
        foreach (var output in node.Outputs)
            if (output.Converter is { } converter && OutputConverters.Find(converter) is null)
                yield return new WorkflowProblem(
                    $"{node.NodeId}/{ActivityJson.Camelize(output.Name)}", "unknown-converter",
                    $"There is no output converter '{converter}'; this step faults.", "Choose a known converter or none.");
        foreach (var output in node.Outputs)
            if (!IsVariable(linted, node, output.TargetId) && linted.Definition.Outputs.All(known => known.Name != output.TargetId))
                yield return new WorkflowProblem(
                    $"{node.NodeId}/{ActivityJson.Camelize(output.Name)}", "output-goes-nowhere",
                    $"The output is bound to '{output.TargetId}', which is neither a variable nor an output of the workflow.",
                    "Bind it to a variable.", IsError: false);
    }

    private static bool IsVariable(LintedWorkflow linted, ActivityNode node, string id)
    {
        for (var scope = node; scope is not null; scope = scope.Parent)
            if (scope.Variables.Any(variable => variable.Id == id))
                return true;
        return linted.Definition.Variables.Any(variable => variable.Id == id);
    }
}
