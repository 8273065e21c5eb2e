using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Access;

/// <summary>Whether another plan would let somebody do or read more than they may now: that is for others to decide.</summary>
public static class AccessGrowth
{
    /// <summary>The same for the texts of two plans; one that cannot be read gives nothing.</summary>
    public static bool Grows(string before, string after, IEnumerable<RoleGrant> grants)
    {
        try
        {
            return Grows(Plan.Parse(before), Plan.Parse(after), grants);
        }
        catch (PlanFormatException)
        {
            // It is not published before its mistakes are mended.
            return false;
        }
    }

    /// <summary>True when the grants would give anything under the later plan that they do not give now.</summary>
    public static bool Grows(Plan before, Plan after, IEnumerable<RoleGrant> grants)
    {
        var list = grants.ToList();
        var now = Held(before, list);
        return Held(after, list).Any(later =>
            !now.Any(one => one.Role.Key == later.Role.Key && Covers(one.SiteKey, later.SiteKey))
            || later.Role.Permissions.Any(word => !now.Any(one => one.Role.Permissions.Contains(word) && Covers(one.SiteKey, later.SiteKey)))
            || later.Role.Sensitivities.Any(word => !now.Any(one => one.Role.Sensitivities.Contains(word) && Covers(one.SiteKey, later.SiteKey))));
    }

    private static List<(Role Role, string? SiteKey)> Held(Plan plan, IEnumerable<RoleGrant> grants) =>
    [
        .. from grant in grants
           let role = plan.FindRole(grant.Role)
           where role is not null
           from hat in role.Hats
           select (hat, hat.AllSites ? null : grant.SiteKey),
    ];

    private static bool Covers(string? wide, string? narrow) => wide is null || wide == narrow;
}
