using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access.People;

/// <summary>
/// Gives and takes roles. Nobody gives themselves one, and nobody takes their own last administration: there is always a
/// second pair of eyes, and always somebody who can open the door again.
/// </summary>
public sealed class GrantDesk(WorkDb db, PublishedContent content, CurrentStaff staff, AuditPen audit, TimeProvider time)
{
    /// <summary>Null, or the key of the reason why not.</summary>
    /// <param name="site">Null or empty for all sites.</param>
    public async Task<string?> GiveAsync(Guid id, string? role, string? site, CancellationToken stop)
    {
        var plan = content.Current.Plan;
        var at = string.IsNullOrEmpty(site) ? null : site;
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop) is not { } person)
            return "staff.refused.gone";
        if (person.UserName == staff.UserName)
            return "staff.refused.self";
        if ((Administration.Named(role ?? "") ?? plan.FindRole(role ?? "")) is not { } known)
            return "staff.refused.role";
        if (at is not null && plan.FindSite(at) is null)
            return "staff.refused.site";

        // A role that counts everywhere is written down as such, so that the list says what holds.
        if (known.AllSites)
            at = null;
        if (await db.RoleGrants.AnyAsync(grant => grant.UserId == id && grant.Role == known.Key && grant.SiteKey == at, stop))
            return null;
        db.RoleGrants.Add(new RoleGrant { UserId = id, Role = known.Key, SiteKey = at, GrantedAt = time.GetUtcNow(), GrantedBy = staff.UserName });
        await db.SaveChangesAsync(stop);
        await WriteAsync("role.granted", id, known.Key, at, stop);
        return null;
    }

    /// <summary>Null, or the key of the reason why not.</summary>
    public async Task<string?> TakeAsync(Guid id, Guid grantId, CancellationToken stop)
    {
        var grants = await db.RoleGrants.Where(grant => grant.UserId == id).ToListAsync(stop);
        if (grants.FirstOrDefault(grant => grant.Id == grantId) is not { } taken)
            return null;
        var isSelf = await db.Users.AnyAsync(person => person.Id == id && person.UserName == staff.UserName, stop);
        if (isSelf && Administers(grants) && !Administers(grants.Where(grant => grant != taken)))
            return "staff.refused.last";

        db.RoleGrants.Remove(taken);
        await db.SaveChangesAsync(stop);
        await WriteAsync("role.withdrawn", id, taken.Role, taken.SiteKey, stop);
        return null;
    }

    private bool Administers(IEnumerable<RoleGrant> grants) =>
        HeldRole.Of(content.Current.Plan, grants).Any(held => held.Role.Permissions.Contains(Permissions.ManageUsers));

    private Task WriteAsync(string action, Guid id, string role, string? site, CancellationToken stop)
    {
        var detail = new JsonObject { ["role"] = role };
        if (site is not null)
            detail["site"] = site;
        return audit.WriteAsync(staff.UserName, action, "staff", id.ToString(), stop, detail);
    }
}
