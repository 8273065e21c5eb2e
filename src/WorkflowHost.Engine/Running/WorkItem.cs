namespace WorkflowHost.Engine.Running;

/// <summary>One entry of the scheduler's queue (elsa-semantics 2.2).</summary>
internal sealed record WorkItem(ActivityNode Node, ActivityContext? Owner)
{
    /// <summary>The record to continue; null = a new one.</summary>
    public ActivityContext? Existing { get; init; }

    public Bookmark? Bookmark { get; init; }

    /// <summary>Taken back when the owner completes or is cancelled before this has run.</summary>
    public bool NotifyOwner { get; set; }

    public int Tag { get; init; }

    public bool ViaBackwardConnection { get; init; }

    public IReadOnlyList<VariableSlot>? Variables { get; init; }

    /// <summary>Whose execution or completion scheduled this.</summary>
    public ActivityContext? ScheduledBy { get; init; }
}
