using WorkflowHost.Content.Publications;

namespace WorkflowHost.Features.Publications;

/// <param name="TakenBack">The publication that took this one back; null when none did.</param>
public sealed record PublicationPage(PublicationRecord Record, int? TakenBack)
{
    /// <summary>It was published just now, from the page before this one.</summary>
    public bool IsDone { get; init; }
}

public sealed record PublicationListPage(IReadOnlyList<PublicationRecord> Records, int Page, bool HasMore);
