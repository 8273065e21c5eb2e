using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowHost.Cases.Access;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access;

/// <summary>
/// One person per role of the plan, and the administrator, for trying things out. A role that is bound to a site is
/// granted at the plan's first two, so that the edge of a site can be seen.
/// </summary>
public sealed class DemoPeople(
    WorkDb db, UserManager<StaffMember> people, PublishedContent content, IOptions<DemoOptions> options, TimeProvider time)
{
    private const int SitesPerPerson = 2;
    private static readonly IReadOnlyList<string?> Everywhere = [null];

    /// <summary>User names in the plan's order, made or found.</summary>
    public async Task<IReadOnlyList<string>> EnsureAsync(CancellationToken stop)
    {
        var plan = content.Current.Plan;
        var names = new List<string> { await EnsureAsync(Administration.RoleKey, "Administración", Everywhere, stop) };
        foreach (var role in plan.Roles)
        {
            IReadOnlyList<string?> sites = role.AllSites ? Everywhere : [.. plan.Sites.Take(SitesPerPerson).Select(site => site.Key)];
            names.Add(await EnsureAsync(role.Key, role.Title.In(plan.Language), sites, stop));
        }

        return names;
    }

    /// <summary>Shuts demo people out: a database that was tried in Development may go on in Production.</summary>
    public async Task ShutOutAsync(CancellationToken stop)
    {
        var suffix = "@" + options.Value.Domain.ToUpperInvariant();
        await db.Users
            .Where(person => person.NormalizedEmail != null && person.NormalizedEmail.EndsWith(suffix) && person.IsActive)
            .ExecuteUpdateAsync(change => change.SetProperty(person => person.IsActive, false), stop);
    }

    private async Task<string> EnsureAsync(string role, string title, IReadOnlyList<string?> sites, CancellationToken stop)
    {
        var name = $"{role}@{options.Value.Domain}";
        var known = await people.FindByNameAsync(name);
        if (known is not null)
        {
            if (!known.IsActive)
            {
                known.IsActive = true;
                await people.UpdateAsync(known);
            }

            return name;
        }

        var now = time.GetUtcNow();
        var person = new StaffMember
        {
            Id = Guid.CreateVersion7(now), UserName = name, Email = name, EmailConfirmed = true, DisplayName = title, CreatedAt = now,
        };
        var made = await people.CreateAsync(person, options.Value.Password);
        if (!made.Succeeded)
            throw new InvalidOperationException($"The demo person {name} could not be made: {string.Join(", ", made.Errors.Select(error => error.Code))}.");

        db.RoleGrants.AddRange(sites.Select(site => new RoleGrant
        {
            UserId = person.Id, Role = role, SiteKey = site, GrantedAt = now, GrantedBy = "system",
        }));
        await db.SaveChangesAsync(stop);
        return name;
    }
}
