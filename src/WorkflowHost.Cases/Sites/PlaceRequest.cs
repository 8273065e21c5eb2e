using WorkflowHost.Cases.Files;

namespace WorkflowHost.Cases.Sites;

/// <summary>Everything a decision about a place depends on.</summary>
/// <param name="Group">Who sleeps together, at least one.</param>
/// <param name="About">The case the place is for, or null.</param>
/// <param name="SiteKey">Only this site, or null.</param>
/// <param name="Segment">The segment a person chose instead of the rules, or null.</param>
/// <param name="Sites">All sites as they are.</param>
/// <param name="Pools">All pools as they are.</param>
/// <param name="Held">Stays of the group that hold a place; those places count as free for it.</param>
public sealed record PlaceRequest(
    IReadOnlyList<Case> Group,
    Case? About,
    string? SiteKey,
    string? Segment,
    IReadOnlyList<SiteRecord> Sites,
    IReadOnlyList<CapacityPool> Pools,
    IReadOnlyList<Stay> Held);
