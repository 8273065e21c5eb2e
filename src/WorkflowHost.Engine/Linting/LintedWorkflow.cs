using WorkflowHost.Engine.Activities;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Linting;

/// <summary>A compiled definition with the questions the checks ask of it.</summary>
internal sealed class LintedWorkflow
{
    private static readonly string[] WaitingTypes =
    [
        "Elsa.RunTask", "Elsa.Event", "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron", "Elsa.HttpEndpoint",
        "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest",
    ];

    public LintedWorkflow(CompiledWorkflow workflow)
    {
        Workflow = workflow;
        Nodes = [.. workflow.Nodes.Values.Where(IsOwn)];
    }

    public CompiledWorkflow Workflow { get; }

    public WorkflowDefinition Definition => Workflow.Definition;

    /// <summary>Activities of this definition; those of workflows used as activities are linted with their own definition.</summary>
    public IReadOnlyList<ActivityNode> Nodes { get; }

    public IEnumerable<ActivityNode> Flowcharts => Nodes.Where(node => node.Prepared is FlowchartPlan);

    public static FlowchartPlan Plan(ActivityNode flowchart) => (FlowchartPlan)flowchart.Prepared!; // only asked of flowcharts

    /// <summary>Waits, or has something below it that does. Types of the host wait when they end in Task.</summary>
    public static bool Waits(ActivityNode node) =>
        WaitingTypes.Contains(node.TypeName)
        || node.TypeName.EndsWith("Task", StringComparison.Ordinal)
        || (node.TypeName.StartsWith("Elsa.", StringComparison.Ordinal)
            && node.TypeName.Contains("Workflow", StringComparison.Ordinal)
            && node.FindInput("WaitForCompletion")?.Expression is LiteralExpression { Value: true or "true" or "True" })
        || node.ChildList.Exists(Waits);

    /// <summary>The scripts of one activity with the member that holds them.</summary>
    public static IEnumerable<(string Member, ScriptExpression Script)> Scripts(ActivityNode node)
    {
        foreach (var input in node.Inputs)
            if (input.Expression is ScriptExpression script)
                yield return (ActivityJson.Camelize(input.Descriptor.Name), script);
        if (node.Prepared is SwitchCases cases)
            foreach (var (label, condition) in cases.Conditions)
                if (condition is ScriptExpression script)
                    yield return ($"cases/{label}", script);
        if (node.TypeName == "Elsa.RunJavaScript" && node.FindInput("Script")?.Expression is LiteralExpression { Value: string source })
            yield return ("script", new ScriptExpression(source));
    }

    private static bool IsOwn(ActivityNode node)
    {
        for (var above = node.Parent; above is not null; above = above.Parent)
            if (above.Type is WorkflowAsActivity)
                return false;
        return true;
    }
}
