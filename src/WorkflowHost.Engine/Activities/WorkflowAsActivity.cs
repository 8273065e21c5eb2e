using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Activities;

/// <summary>A published definition used as an activity: it runs inside the same instance (elsa-semantics 2.14).</summary>
/// <param name="definition">The version.</param>
/// <param name="isOffered">False for an earlier version: who has it keeps it, nobody new gets it.</param>
internal sealed class WorkflowAsActivity(WorkflowDefinition definition, bool isOffered = true) : ActivityType
{
    public WorkflowDefinition Definition { get; } = definition;

    public override ActivityDescriptor Descriptor { get; } = WorkflowDescriptor.Of(definition) with { IsBrowsable = isOffered };

    public override bool CompletesItself => true;

    public override void Execute(ActivityContext context)
    {
        foreach (var input in Definition.Inputs)
            context.DeclareDynamic(input.Name, context.Get(WorkflowDescriptor.PropertyName(input.Name)));
        foreach (var output in Definition.Outputs)
            context.DeclareDynamic(output.Name, null);
        if (context.Node.Child("root") is { } workflow)
            context.Burst.Schedule(context, workflow);
        else
            context.Complete();
    }

    internal override void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        foreach (var output in Definition.Outputs)
            if (owner.OwnVariable(output.Name) is { } slot)
                owner.Set(WorkflowDescriptor.PropertyName(output.Name), slot.Value);
        owner.Burst.Complete(owner, outcomes ?? child.CompositeOutcomes);
    }
}
