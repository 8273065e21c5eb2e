using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Shared.Staff;

/// <summary>
/// The person of this request with every role they hold, read once per request. A thing without a site is everybody's
/// who has the permission; a thing of a site is for those who hold the permission there.
/// </summary>
public sealed class CurrentStaff(IHttpContextAccessor http, WorkDb db, PublishedContent content)
{
    private IReadOnlyList<HeldRole>? _roles;

    /// <summary>The grants behind <see cref="Roles"/>, as the runtime asks for them.</summary>
    public IReadOnlyList<RoleGrant> Grants { get; private set; } = [];

    /// <summary>User name as it stands in audit rows; empty when nobody is signed in.</summary>
    public string UserName => http.HttpContext?.User.Identity?.Name ?? "";

    /// <summary>What the person is called on screens.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The roles held; <see cref="LoadAsync"/> must have run, which every policy and the layout see to.</summary>
    public IReadOnlyList<HeldRole> Roles => _roles ?? throw new InvalidOperationException("The person of the request was not loaded.");

    public IReadOnlyList<string> RoleTitles =>
        [.. Roles.Select(held => held.Role.Title.In(ScreenLanguages.Current.Tag)).Distinct()];

    public async Task LoadAsync(CancellationToken stop)
    {
        if (_roles is not null)
            return;

        if (!Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            _roles = [];
            return;
        }

        var person = await db.Users.Where(user => user.Id == id).Select(user => new { user.DisplayName, user.IsActive }).FirstOrDefaultAsync(stop);
        Name = string.IsNullOrEmpty(person?.DisplayName) ? UserName : person.DisplayName;
        // Who was shut out may still have a cookie for a minute.
        if (person is { IsActive: true })
            Grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == id).ToListAsync(stop);
        _roles = HeldRole.Of(content.Current.Plan, Grants);
    }

    /// <summary>Whether any role lists the permission, at whatever site.</summary>
    public bool May(string permission) => Roles.Any(held => held.Role.Permissions.Contains(permission));

    /// <summary>Whether a role lists the permission and counts at that site; null is a thing of no site.</summary>
    public bool MayAt(string permission, string? siteKey) =>
        Roles.Any(held => held.Role.Permissions.Contains(permission) && held.CountsAt(siteKey));

    /// <summary>Whether a role with that permission, counting at that site, may read what is that delicate.</summary>
    public bool MayRead(string permission, Sensitivity sensitivity, string? siteKey) => Roles.Any(held =>
        held.Role.Permissions.Contains(permission)
        && held.Role.Sensitivities.Contains(sensitivity)
        && held.CountsAt(siteKey));

    /// <summary>Whether a role may fill a form that starts something: the named role, or any when none is named.</summary>
    public bool MayStart(string? role, Sensitivity sensitivity) => Roles.Any(held =>
        held.Role.Permissions.Contains(Permissions.StartForms)
        && held.Role.Sensitivities.Contains(sensitivity)
        && (role is null || role == held.Role.Key));

    /// <summary>Whether a task of that role, site and sensitivity is this person's to work on.</summary>
    public bool MayWork(string role, Sensitivity sensitivity, string? siteKey) => Roles.Any(held =>
        held.Role.Key == role
        && held.Role.Permissions.Contains(Permissions.WorkTasks)
        && held.Role.Sensitivities.Contains(sensitivity)
        && held.CountsAt(siteKey));

    /// <summary>Whether the task is this person's to work on, by its role or by the one it was escalated to.</summary>
    public bool MayWork(HumanTask task) => task.Doers().Any(doer => MayWork(doer.Role, task.Sensitivity, doer.SiteKey));

    /// <summary>Sites where the permission holds; null when at all of them.</summary>
    public IReadOnlyList<string>? SitesFor(string permission)
    {
        var held = Roles.Where(one => one.Role.Permissions.Contains(permission)).ToList();
        return held.Any(one => one.SiteKey is null) ? null : [.. held.Select(one => one.SiteKey ?? "").Distinct()];
    }
}
