namespace WorkflowHost.Data.Queries;

/// <summary>Which facts an indicator is counted over. Null leaves that side open; no sites means all.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Sites">Site keys; facts without a site belong to no list of sites.</param>
public sealed record IndicatorRange(DateOnly? From = null, DateOnly? To = null, IReadOnlyCollection<string>? Sites = null)
{
    public static IndicatorRange All { get; } = new();
}
