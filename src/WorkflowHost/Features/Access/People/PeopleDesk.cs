using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Access.People;

/// <summary>The people who sign in: who they are, what they may do, and that they still work here.</summary>
public sealed class PeopleDesk(
    WorkDb db, UserManager<StaffMember> people, Invitations invitations, PublishedContent content, CurrentStaff staff, AuditPen audit,
    TimeProvider time)
{
    private const int PageSize = 40;
    private const int MostActs = 40;

    public async Task<PageOf<PersonRow>> ListAsync(string? search, bool isActive, int page, CancellationToken stop)
    {
        var asked = db.Users.AsNoTracking().Where(person => person.IsActive == isActive);
        if (search?.Trim() is { Length: > 0 } words)
        {
            var normal = words.ToUpperInvariant();
            asked = asked.Where(person => person.NormalizedUserName!.Contains(normal) || person.DisplayName.Contains(words));
        }

        var found = await asked.OrderBy(person => person.DisplayName).ThenBy(person => person.UserName).PageAsync(page, PageSize, stop);
        var ids = found.Rows.Select(person => person.Id).ToList();
        var grants = (await db.RoleGrants.AsNoTracking().Where(grant => ids.Contains(grant.UserId)).ToListAsync(stop)).ToLookup(grant => grant.UserId);
        return found.Of<PersonRow>(
        [
            .. found.Rows.Select(person => new PersonRow(
                person.Id, person.DisplayName, person.UserName ?? "",
                [.. HeldRole.Of(content.Current.Plan, grants[person.Id]).Select(held => held.Role.Title.In(ScreenLanguages.Current.Tag)).Distinct()],
                person.PasswordHash is not null)),
        ]);
    }

    public Task<StaffMember?> FindAsync(Guid id, CancellationToken stop) =>
        db.Users.AsNoTracking().FirstOrDefaultAsync(person => person.Id == id, stop);

    /// <summary>Everything about one person; null when there is none.</summary>
    /// <param name="link">A fresh one-time address, shown in this answer only.</param>
    public async Task<PersonPage?> OpenAsync(Guid id, string? link, string? refusal, CancellationToken stop)
    {
        if (await FindAsync(id, stop) is not { } person)
            return null;

        var plan = content.Current.Plan;
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == id).OrderBy(grant => grant.GrantedAt).ToListAsync(stop);
        var subject = id.ToString();
        var acts = await db.Audit.AsNoTracking()
            .Where(entry => entry.Subject == "staff" && entry.SubjectId == subject)
            .OrderByDescending(entry => entry.Sequence).Take(MostActs).ToListAsync(stop);
        return new PersonPage(
            person, grants, [Administration.Role, .. plan.Roles], plan.Sites, StaffRights.Of(HeldRole.Of(plan, grants)), acts,
            IsSelf: person.UserName == staff.UserName, await invitations.UntilAsync(id, stop), link, refusal);
    }

    /// <summary>A new person without a password, and the token that lets them choose one; null when the address is taken or none.</summary>
    public async Task<(Guid Id, string Token)?> AddAsync(PersonDraft draft, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var email = draft.Email?.Trim() ?? "";
        var person = new StaffMember
        {
            Id = Guid.CreateVersion7(now), UserName = email, Email = email, EmailConfirmed = true, DisplayName = draft.Name?.Trim() ?? "", CreatedAt = now,
        };
        if (!(await people.CreateAsync(person)).Succeeded)
            return null;

        await audit.WriteAsync(staff.UserName, "staff.created", "staff", person.Id.ToString(), stop);
        return (person.Id, await InviteAsync(person.Id, stop));
    }

    public async Task<string> InviteAsync(Guid id, CancellationToken stop)
    {
        var token = await invitations.IssueAsync(id, stop);
        await audit.WriteAsync(staff.UserName, "staff.invited", "staff", id.ToString(), stop);
        return token;
    }

    /// <summary>Lets somebody in again or shuts them out at once; null, or the key of the reason why not.</summary>
    public async Task<string?> SetActiveAsync(Guid id, bool isActive, CancellationToken stop)
    {
        if (await people.FindByIdAsync(id.ToString()) is not { } person)
            return "staff.refused.gone";
        if (person.UserName == staff.UserName)
            return "staff.refused.selfOut";
        if (person.IsActive == isActive)
            return null;

        person.IsActive = isActive;
        // Another stamp ends the sessions that are open.
        await people.UpdateSecurityStampAsync(person);
        if (!isActive)
            await invitations.TakeBackAsync(id, stop);
        await audit.WriteAsync(staff.UserName, isActive ? "staff.activated" : "staff.deactivated", "staff", id.ToString(), stop);
        return null;
    }
}
