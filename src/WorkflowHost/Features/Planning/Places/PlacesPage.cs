using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>Sites, segments, features and what limits capacity, as the draft has them.</summary>
public sealed record PlacesPage(PlanDraft Draft, Plan Plan, IReadOnlyList<PlaceRow> Sites)
{
    /// <summary>Somebody changed the plan meanwhile; what was asked was not done.</summary>
    public bool IsStale { get; init; }

    /// <summary>What uses the thing that was to be deleted, in words; empty when nothing kept it.</summary>
    public IReadOnlyList<string> InUse { get; init; } = [];

    /// <summary>What was to be deleted.</summary>
    public string? Kept { get; init; }
}

/// <param name="Taken">People who hold a place there now.</param>
/// <param name="IsNew">Not published yet.</param>
/// <param name="Mistakes">What keeps the plan from being published, in words.</param>
public sealed record PlaceRow(Site Site, SiteLimits Limits, int Taken, bool IsNew, IReadOnlyList<string> Mistakes);
