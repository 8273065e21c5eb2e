using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Where a flowchart begins.</summary>
internal sealed class Start : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Start", "Flow", "Start", "Where the flow begins.") with { IsStart = true };

    public override void Execute(ActivityContext context)
    {
    }
}

/// <summary>Two outcomes by a condition; a missing condition is False.</summary>
internal sealed class FlowDecision : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowDecision", "Branching", "Decision", "Goes on at True or False.") with
        {
            Inputs = [Describe.Input("Condition", "Boolean", "The condition to decide by.")],
            Ports = [new PortDescriptor("True"), new PortDescriptor("False")],
        };

    public override void Execute(ActivityContext context) => context.Complete(context.Get("Condition") is true ? "True" : "False");
}

/// <summary>Outcomes named after the matching cases, or Default.</summary>
internal sealed class FlowSwitch : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowSwitch", "Branching", "Switch (flow)", "Goes on at the cases whose condition is true.") with
        {
            Inputs =
            [
                Describe.Input("Cases", "ICollection<FlowSwitchCase>", "The cases to try.", "flow-switch-editor") with { IsWrapped = false },
                Describe.Choice("Mode", "SwitchMode", "Follow the first match or all of them.", "MatchFirst", "MatchFirst", "MatchAny"),
            ],
            Ports = [new PortDescriptor("Default")],
        };

    public override void Execute(ActivityContext context)
    {
        var matches = ((SwitchCases)context.Node.Prepared!).Matching(context); // set when the node is compiled
        var taken = context.Get("Mode") as string == "MatchAny" ? matches : matches.Take(1);
        var outcomes = taken.Select(match => match.Label).ToArray();
        context.Complete(outcomes.Length == 0 ? ["Default"] : outcomes);
    }

    internal override object Prepare(ActivityNode node) => new SwitchCases(node);
}

/// <summary>All branches at once; without branches it is Done.</summary>
internal sealed class FlowFork : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowFork", "Branching", "Fork (flow)", "Goes on at all its branches.") with
        {
            Inputs = [Describe.Input("Branches", "List<String>", "The names of the branches.", "dynamic-outcomes")],
        };

    public override void Execute(ActivityContext context)
    {
        var branches = ClrValues.Texts(context.Get("Branches"));
        context.Complete(branches.Count == 0 ? ["Done"] : [.. branches]);
    }
}

/// <summary>Brings branches together; the flowchart applies its mode.</summary>
internal sealed class FlowJoin : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowJoin", "Branching", "Join", "Goes on when the arrows into it have arrived.") with
        {
            Inputs =
            [
                Describe.Choice(
                    "Mode", "FlowJoinMode", "Wait for the first arrival, for all arrows, or for all active ones.",
                    "WaitAny", "WaitAll", "WaitAllActive", "WaitAny"),
            ],
        };

    public override void Execute(ActivityContext context)
    {
        // In every mode: Elsa asks a static flag here which the host option does not set (elsa-semantics 2.6). Not after a fault
        // has ended the instance, as the vectors show.
        if (context.Parent?.Node.Type is Flowchart && !context.Burst.IsFinished)
            FlowchartWork.CancelAncestors(context.Parent, context.Node);
    }
}

/// <summary>The cases of Switch and FlowSwitch with their conditions.</summary>
internal sealed class SwitchCases
{
    private readonly List<(string Label, Expression? Condition, ActivityNode? Activity)> _cases = [];

    public SwitchCases(ActivityNode node)
    {
        var items = ActivityJson.List(ActivityJson.Member(node.Json, "cases")) ?? [];
        for (var index = 0; index < items.Count; index++)
            if (items[index] is JsonObject item)
                _cases.Add((
                    ActivityJson.Text(item, "label") ?? "",
                    ExpressionReader.ReadExpression(ActivityJson.Member(item, "condition")),
                    node.Child($"cases[{index}].activity")));
    }

    public IEnumerable<(string Label, Expression? Condition)> Conditions => _cases.Select(item => (item.Label, item.Condition));

    /// <summary>All conditions are evaluated, also behind the first match, as in Elsa.</summary>
    public List<(string Label, ActivityNode? Activity)> Matching(ActivityContext context)
    {
        var matches = new List<(string, ActivityNode?)>();
        foreach (var (label, condition, activity) in _cases)
            if (context.Burst.Conversion.Convert(condition?.Evaluate(context, ElsaType.Boolean), ElsaType.Boolean) is true)
                matches.Add((label, activity));
        return matches;
    }
}
