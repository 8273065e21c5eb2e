using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Running;

/// <summary>Who sends a form: a name for the records, and the roles held at sites.</summary>
/// <param name="Name">User name, or <c>webhook:source</c>.</param>
public sealed record Submitter(string Name, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>A source that proved itself by its signature: it may start what the plan says it starts, and nothing else.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Whether one of the grants reaches the task: by its role, or by the role it was escalated to.</summary>
    public bool MayWork(Plan plan, HumanTask task) =>
        task.Doers().Any(doer => MayDo(plan, Permissions.WorkTasks, doer.Role, doer.SiteKey, task.Sensitivity));

    /// <summary>Whether one of the grants reaches work of that role, site and sensitivity. A null site is any site.</summary>
    public bool MayDo(Plan plan, string permission, string? role, string? site, Sensitivity sensitivity) =>
        IsTrusted || Grants.Any(grant =>
            (role is null || grant.Role == role)
            && plan.FindRole(grant.Role) is { } held
            && held.Permissions.Contains(permission)
            && held.Sensitivities.Contains(sensitivity)
            && (site is null || grant.SiteKey is null || held.AllSites || grant.SiteKey == site));
}
