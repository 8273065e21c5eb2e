using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Activities;

/// <summary>Children one after the other; a terminal child or a break ends it (elsa-semantics 2.8).</summary>
internal sealed class Sequence : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Sequence", "Workflows", "Sequence", "Activities one after the other.") with
        {
            IsContainer = true,
            IsBrowsable = false,
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context) => Next(context);

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (owner.IsBreaking || child.Node.Type.IsTerminal)
            owner.Complete();
        else
            Next(owner);
    }

    internal override object Prepare(ActivityNode node) => node.ChildrenIn("activities");

    internal override bool Receive(ActivityContext receiver, Signal signal)
    {
        if (signal is BreakSignal)
            receiver.IsBreaking = true;
        return false;
    }

    private static void Next(ActivityContext context)
    {
        var activities = (IReadOnlyList<ActivityNode>)context.Node.Prepared!; // set when the node is compiled
        if (context.Counter >= activities.Count)
        {
            context.Complete();
            return;
        }
        context.HasCounter = true;
        context.Burst.Schedule(context, activities[context.Counter++]);
    }
}

/// <summary>All children at once; complete when all are.</summary>
internal sealed class Parallel : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Parallel", "Workflows", "Parallel", "Activities side by side.") with
        {
            IsContainer = true,
            IsBrowsable = false,
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var activities = context.Node.ChildrenIn("activities");
        if (activities.Count == 0)
        {
            context.Complete();
            return;
        }
        context.HasCounter = true;
        context.Counter = activities.Count;
        foreach (var activity in activities)
            context.Burst.Schedule(context, activity);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (--owner.Counter == 0)
            owner.Complete();
    }
}

/// <summary>The classic fork: branches side by side, done with the first or with all.</summary>
internal sealed class Fork : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Fork", "Control Flow", "Fork", "Branches side by side.") with
        {
            Inputs =
            [
                Describe.Choice("JoinMode", "ForkJoinMode", "Done with the first branch or with all.", null, "WaitAll", "WaitAny")
                    with { IsWrapped = false },
            ],
            IsBrowsable = false,
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var branches = context.Node.ChildrenIn("branches");
        if (branches.Count == 0)
        {
            context.Complete();
            return;
        }
        context.HasCounter = true;
        context.Counter = branches.Count;
        foreach (var branch in branches)
            context.Burst.Schedule(context, branch);
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        owner.Counter--;
        var mode = ActivityJson.Member(owner.Node.Json, "joinMode")?.ToString();
        if (owner.IsBreaking || owner.Counter == 0 || mode is "WaitAny" or "0")
            owner.Complete();
    }

    internal override bool Receive(ActivityContext receiver, Signal signal)
    {
        if (signal is BreakSignal)
            receiver.IsBreaking = true;
        return false;
    }
}

/// <summary>A container for one activity.</summary>
internal sealed class FlowNode : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("FlowNode", "Flow", "Container", "Holds one activity.") with { Ports = [Describe.Embedded("Body")] };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        if (context.Node.Child("body") is { } body)
            context.Burst.Schedule(context, body);
        else
            context.Complete();
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        owner.Complete();
}

/// <summary>Then or Else; only the outcome Done.</summary>
internal sealed class If : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("If", "Branching", "If", "Runs one of two activities.") with
        {
            Inputs = [Describe.Input("Condition", "Boolean", "The condition to decide by.")],
            Outputs = [Describe.Output("Result", "Boolean", "What the condition gave.")],
            Ports = [Describe.Embedded("Then"), Describe.Embedded("Else")],
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var condition = context.Get("Condition") is true;
        context.Set("Result", condition);
        if (context.Node.Child(condition ? "then" : "else") is { } branch)
            context.Burst.Schedule(context, branch);
        else
            context.Complete();
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        owner.Complete();
}

/// <summary>Runs the activities of the matching cases, or Default.</summary>
internal sealed class Switch : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Switch", "Branching", "Switch", "Runs the activity of the matching case.") with
        {
            Inputs =
            [
                Describe.Input("Cases", "ICollection<SwitchCase>", "The cases to try.", "switch-editor") with { IsWrapped = false },
                Describe.Choice("Mode", "SwitchMode", "Run the first match or all of them.", null, "MatchFirst", "MatchAny"),
            ],
            Outputs = [Describe.Output("Output", "Object", "Not set; kept for older definitions.")],
            Ports = [Describe.Embedded("Default")],
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        var matches = ((SwitchCases)context.Node.Prepared!).Matching(context); // set when the node is compiled
        IEnumerable<ActivityNode?> branches = matches.Count == 0
            ? [context.Node.Child("default")]
            : matches.Take(context.Get("Mode") as string == "MatchAny" ? matches.Count : 1).Select(match => match.Activity);
        context.HasCounter = true;
        foreach (var branch in branches.OfType<ActivityNode>())
        {
            context.Counter++;
            context.Burst.Schedule(context, branch);
        }
        if (context.Counter == 0)
            context.Complete();
    }

    internal override object Prepare(ActivityNode node) => new SwitchCases(node);

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (--owner.Counter == 0)
            owner.Complete();
    }
}
