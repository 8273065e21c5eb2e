namespace WorkflowHost.Cases.Sites;

/// <summary>
/// Where a group was placed, or why not. When placed, site and segment are set and every occupant has a reserved stay.
/// </summary>
public sealed record PlaceDecision(bool Placed, string? SiteKey, string? Segment, string? Rule, string Reason)
{
    /// <summary>Nobody was placed.</summary>
    public static PlaceDecision Full(string? rule, string reason) => new(false, null, null, rule, reason);
}
