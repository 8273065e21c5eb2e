using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Activities;

/// <summary>The implicit activity around the root: holds the workflow variables and ends with the root.</summary>
internal sealed class WorkflowActivity : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } = new()
    {
        TypeName = "Elsa.Workflow",
        Namespace = "Elsa",
        Name = "Workflow",
        Category = "Workflows",
        DisplayName = "Workflow",
        Outputs = [Describe.Output("Result", "Object", "Not set; kept for older definitions.")],
        Ports = [Describe.Embedded("Root", browsable: false)],
        IsBrowsable = false,
    };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        if (context.Node.Child("root") is { } root)
            context.Burst.Schedule(context, root);
        else
            context.Complete();
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes) =>
        owner.Complete();

    internal override bool Receive(ActivityContext receiver, Signal signal)
    {
        if (signal is not CompleteCompositeSignal complete)
            return false;
        receiver.CompositeOutcomes = complete.Outcomes;
        receiver.Burst.Complete(complete.Sender, null);
        receiver.Burst.Complete(receiver, complete.Outcomes);
        return true;
    }
}
