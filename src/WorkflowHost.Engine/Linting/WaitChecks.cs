using WorkflowHost.Engine.Expressions;

namespace WorkflowHost.Engine.Linting;

/// <summary>What a wait loses: variables and inputs without storage that are read behind one (traps 1 to 3 of elsa-semantics 0.4).</summary>
internal static class WaitChecks
{
    public static IEnumerable<WorkflowProblem> Run(LintedWorkflow linted)
    {
        var after = AfterWaits(linted);
        foreach (var variable in linted.Definition.Variables)
            if (variable.Storage != VariableStorage.Instance && Reader(after, variable.Name, variable.Id) is { } reader
                && !after.Any(node => WritesTo(node, variable.Name, variable.Id)))
                yield return new WorkflowProblem(
                    $"variables/{variable.Name}", "variable-lost-by-wait",
                    $"The variable has no storage but is read in '{reader.Name ?? reader.Id}' after a wait: its default is back by then.",
                    "Set its storage to Workflow Instance.");
        foreach (var input in linted.Definition.Inputs)
            if (input.Storage != VariableStorage.Instance && after.FirstOrDefault(node => ReadsInput(node, input.Name)) is { } reader)
                yield return new WorkflowProblem(
                    $"inputs/{input.Name}", "input-lost-by-wait",
                    $"The input has no storage but is read in '{reader.Name ?? reader.Id}' after a wait: it is empty by then.",
                    "Set its storage to Workflow Instance, or copy it into a variable first.");
        foreach (var node in after)
            foreach (var (member, script) in LintedWorkflow.Scripts(node))
                if (script.Source.Contains("getOutputFrom(", StringComparison.Ordinal) || script.Source.Contains("getLastResult(", StringComparison.Ordinal))
                    yield return new WorkflowProblem(
                        $"{node.NodeId}/{member}", "output-lost-by-wait", "Outputs of activities are forgotten at every wait.",
                        "Bind the output to a variable and read that.", IsError: false);
    }

    /// <summary>Activities that can run in a later burst than the first.</summary>
    private static List<ActivityNode> AfterWaits(LintedWorkflow linted)
    {
        var after = new HashSet<ActivityNode>();
        foreach (var flowchart in linted.Flowcharts)
        {
            var graph = LintedWorkflow.Plan(flowchart).Graph(null);
            var waits = LintedWorkflow.Plan(flowchart).Activities.Where(activity => LintedWorkflow.Waits(activity) && !activity.CanStartWorkflow).ToList();
            var behind = Reach.From(graph, waits.SelectMany(wait => graph.Outbound(wait).Select(arrow => arrow.Target)));
            foreach (var node in behind)
                AddTree(node, after);
        }
        foreach (var sequence in linted.Nodes.Where(node => node.TypeName == "Elsa.Sequence"))
            foreach (var child in sequence.ChildList.SkipWhile(child => !LintedWorkflow.Waits(child)).Skip(1))
                AddTree(child, after);
        return [.. linted.Nodes.Where(after.Contains)];
    }

    private static void AddTree(ActivityNode node, HashSet<ActivityNode> set)
    {
        if (set.Add(node))
            foreach (var child in node.ChildList)
                AddTree(child, set);
    }

    private static ActivityNode? Reader(List<ActivityNode> nodes, string name, string id) =>
        nodes.Find(node => node.Inputs.Any(input => input.Expression is VariableExpression variable && variable.Id == id)
            || LintedWorkflow.Scripts(node).Any(item => ScriptChecks.Reads(item.Script).Contains(name))
            || LiquidChecks.Reads(node).Contains(name));

    private static bool WritesTo(ActivityNode node, string name, string id) =>
        Activities.SetVariable.Target(node.FindInput("Variable")?.Raw) == id
        || node.Outputs.Any(output => output.TargetId == id)
        || LintedWorkflow.Scripts(node).Any(item => ScriptChecks.Writes(item.Script).Contains(name));

    private static bool ReadsInput(ActivityNode node, string name) =>
        node.Inputs.Any(input => input.Expression is WorkflowInputExpression expression && expression.Name == name)
        || LintedWorkflow.Scripts(node).Any(item =>
            item.Script.Source.Contains($"getInput('{name}')", StringComparison.Ordinal)
            || item.Script.Source.Contains($"getInput(\"{name}\")", StringComparison.Ordinal));
}
