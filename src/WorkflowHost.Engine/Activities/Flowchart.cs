using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Activities;

/// <summary>A flowchart in the mode its instance was started with (elsa-semantics 2.5 to 2.7).</summary>
internal sealed class Flowchart : ActivityType
{
    public override ActivityDescriptor Descriptor { get; } =
        Describe.Elsa("Flowchart", "Flow", "Flowchart", "Activities and the arrows between them.") with
        {
            Ports = [Describe.Embedded("Start", browsable: false)],
            IsContainer = true,
            IsBrowsable = false,
        };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        if (FlowchartWork.Plan(context).Start(context.Burst.TriggerActivityId) is { } start)
            context.Burst.Schedule(context, start);
        else
            context.Complete();
    }

    internal override object Prepare(ActivityNode node) => new FlowchartPlan(node);

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (owner.Burst.Mode == FlowchartMode.Token)
            TokenFlow.ChildCompleted(owner, child, outcomes);
        else
            CounterFlow.ChildCompleted(owner, child, outcomes);
    }

    internal override bool Receive(ActivityContext receiver, Signal signal)
    {
        if (signal is not CancelSignal)
            return false;
        if (receiver.Burst.Mode == FlowchartMode.Token)
            TokenFlow.ChildCancelled(receiver, signal.Sender);
        else
            CounterFlow.ChildCancelled(receiver, signal.Sender);
        return false;
    }
}
