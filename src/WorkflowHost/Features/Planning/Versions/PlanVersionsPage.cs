using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Versions;

/// <summary>What the plan was.</summary>
/// <param name="Base">Of the draft, for going back.</param>
/// <param name="Compared">What differs between the two versions that were chosen, or null.</param>
public sealed record PlanVersionsPage(IReadOnlyList<PlanVersionRow> Versions, string Base, int? From, int? To, IReadOnlyList<PlanChange>? Compared)
{
    public bool IsStale { get; init; }
}

/// <param name="Version">0 is the draft.</param>
/// <param name="Changes">Against the version before it; null for the first.</param>
public sealed record PlanVersionRow(int Version, DateTimeOffset At, string By, bool IsPublished, IReadOnlyList<PlanChange>? Changes);
