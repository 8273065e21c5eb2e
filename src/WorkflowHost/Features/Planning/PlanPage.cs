using WorkflowHost.Content;

namespace WorkflowHost.Features.Planning;

/// <param name="Draft">The plan as it stands.</param>
/// <param name="Mistakes">What kept it from being published just now.</param>
public sealed record PlanPage(PlanDraft Draft, IReadOnlyList<ContentMistake> Mistakes)
{
    /// <summary>The number of the version just published.</summary>
    public int? Published { get; init; }

    /// <summary>Somebody changed the draft between seeing and acting.</summary>
    public bool IsStale { get; init; }

    /// <summary>The draft changes roles, and this person may not grant them.</summary>
    public bool NeedsAdministrator { get; init; }
}
