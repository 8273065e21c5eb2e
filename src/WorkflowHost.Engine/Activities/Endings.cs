using WorkflowHost.Engine.Running;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Ends the flowchart or sequence directly around it.</summary>
internal sealed class End : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("End", "Flow", "End", "Ends the flow directly around it.") with { IsTerminal = true };

    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context)
    {
    }
}

/// <summary>Leaves the nearest loop.</summary>
internal sealed class Break : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Break", "Looping", "Break", "Leaves the nearest loop.") with { IsTerminal = true };

    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context) => Burst.Send(new BreakSignal(context));
}

/// <summary>Ends the nearest composite, normally the workflow, with outcomes.</summary>
internal sealed class Complete : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Complete", "Composition", "Complete", "Ends the workflow, or the workflow used as an activity, with outcomes.") with
        {
            Inputs = [Describe.Input("Outcomes", "Object", "One outcome or several.", "outcome-picker") with { DefaultSyntax = "Object" }],
            IsTerminal = true,
        };

    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context)
    {
        // A text is one outcome even when it looks like a list: Elsa takes it literally (elsa-semantics 2.9).
        IReadOnlyList<string> outcomes = context.Get("Outcomes") switch
        {
            string one => [one],
            System.Text.Json.Nodes.JsonArray several => ClrValues.Texts(several),
            _ => ["Done"],
        };
        Burst.Send(new CompleteCompositeSignal(context, outcomes));
    }
}

/// <summary>Ends the whole workflow at once; live records stay as they are.</summary>
internal sealed class Finish : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Finish", "Primitives", "Finish", "Ends the workflow.") with { IsTerminal = true };

    public override bool IsTerminal => true;

    public override void Execute(ActivityContext context) => context.Burst.FinishNow();
}

/// <summary>Ends with an incident on purpose.</summary>
internal sealed class Fault : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Fault", "Primitives", "Fault", "Raises a fault.") with
        {
            Inputs =
            [
                Describe.Input("Code", "String", "A code for programs; 0 when empty."),
                Describe.Input("Category", "String", "A group; General when empty."),
                Describe.Input("FaultType", "String", "A kind; System when empty.") with { DisplayName = "Type" },
                Describe.Input("Message", "String", "What people read."),
            ],
        };

    public override void Execute(ActivityContext context)
    {
        context.JournalData["Code"] = context.Get("Code") as string ?? "0";
        context.JournalData["Category"] = context.Get("Category") as string ?? "General";
        context.JournalData["FaultType"] = context.Get("FaultType") as string ?? "System";
        throw new ActivityFaultException("Fault", context.Get("Message") as string ?? "Exception of type 'Elsa.Workflows.Exceptions.FaultException' was thrown.");
    }
}
