namespace WorkflowHost.Content;

/// <summary>What became of a change to the plan's draft.</summary>
public abstract record PlanSaved
{
    /// <summary>It is the draft now, with whatever mistakes it holds.</summary>
    public sealed record Kept(PlanDraft Draft) : PlanSaved;

    /// <summary>Somebody changed the plan meanwhile; nothing was stored. The draft is theirs.</summary>
    public sealed record Stale(PlanDraft Draft) : PlanSaved;
}
