using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>What several roles add up to, in the order of the vocabularies.</summary>
public sealed record StaffRights(IReadOnlyList<StaffRight> Permissions, IReadOnlyList<StaffSight> Sights)
{
    public static StaffRights Of(IReadOnlyList<HeldRole> held) => new(
        [
            .. from permission in WorkflowHost.Cases.Plans.Permissions.All
               let holding = held.Where(one => one.Role.Permissions.Contains(permission)).ToList()
               where holding.Count > 0
               select new StaffRight(permission, SitesOf(holding)),
        ],
        [
            .. from sensitivity in Enum.GetValues<Sensitivity>()
               let seeing = held.Where(one => one.Role.Sensitivities.Contains(sensitivity)).ToList()
               where seeing.Count > 0
               select new StaffSight(sensitivity, SitesOf(seeing)),
        ]);

    private static IReadOnlyList<string>? SitesOf(IReadOnlyList<HeldRole> held) =>
        held.Any(one => one.SiteKey is null) ? null : [.. held.Select(one => one.SiteKey ?? "").Distinct()];
}

/// <param name="Sites">Keys; null at all sites.</param>
public sealed record StaffRight(string Permission, IReadOnlyList<string>? Sites);

/// <param name="Sites">Keys; null at all sites.</param>
public sealed record StaffSight(Sensitivity Sensitivity, IReadOnlyList<string>? Sites);
