using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Staff;

/// <param name="SiteKey">Where the role counts; null everywhere.</param>
public sealed record HeldRole(Role Role, string? SiteKey)
{
    public bool CountsAt(string? siteKey) => SiteKey is null || siteKey is null || SiteKey == siteKey;
}
