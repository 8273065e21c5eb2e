using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Staff;

/// <param name="SiteKey">Where the role counts; null everywhere.</param>
public sealed record HeldRole(Role Role, string? SiteKey)
{
    public bool CountsAt(string? siteKey) => SiteKey is null || siteKey is null || SiteKey == siteKey;

    /// <summary>What grants give under a plan; a role the plan does not know gives nothing.</summary>
    public static IReadOnlyList<HeldRole> Of(Plan plan, IEnumerable<RoleGrant> grants) =>
    [
        .. from grant in grants
           let role = Administration.Named(grant.Role) ?? plan.FindRole(grant.Role)
           where role is not null
           from hat in role.Hats
           select new HeldRole(hat, hat.AllSites ? null : grant.SiteKey),
    ];
}
