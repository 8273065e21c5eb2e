using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Inbox;

/// <summary>The open tasks of a person: those of their roles, at their sites, that they may read.</summary>
public sealed class InboxList(WorkDb db, CurrentStaff staff, PublishedContent content, TimeProvider time)
{
    private const int PageSize = 25;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public async Task<InboxPage> ReadAsync(InboxFilter filter, CancellationToken stop)
    {
        var plan = content.Current.Plan;
        var language = ScreenLanguages.Current.Tag;
        var now = time.GetUtcNow();
        var mine = Mine();
        var sites = await mine.Where(task => task.SiteKey != null).Select(task => task.SiteKey!).Distinct().ToListAsync(stop);
        var overdue = await mine.CountAsync(task => task.DueAt != null && task.DueAt < now, stop);
        var page = await Narrow(mine, filter, now)
            .OrderByDescending(task => task.Priority)
            .ThenBy(task => task.DueAt == null)
            .ThenBy(task => task.DueAt)
            .ThenBy(task => task.CreatedAt)
            .PageAsync(filter.Page, PageSize, stop);
        return new InboxPage(
            filter,
            page.Of(await RowsAsync(page.Rows, plan, now, stop)),
            overdue,
            [.. WorkRoles().Select(role => new Choice(role.Key, role.Title.In(language))).DistinctBy(role => role.Key)],
            [.. sites.Select(key => new Choice(key, plan.FindSite(key)?.Title.In(language) ?? key)).OrderBy(site => site.Title)],
            Starts(),
            await StoppedAsync(stop));
    }

    private IQueryable<HumanTask> Mine() => db.Tasks.AsNoTracking()
        .Where(task => task.State == TaskState.Open)
        .WhereAny(staff.Roles.Where(held => held.Role.Permissions.Contains(Permissions.WorkTasks)).Select(OfRole));

    private static Expression<Func<HumanTask, bool>> OfRole(HeldRole held)
    {
        var (role, site, levels) = (held.Role.Key, held.SiteKey, held.Role.Sensitivities.ToArray());
        return task => levels.Contains(task.Sensitivity)
            && ((task.Role == role && (site == null || task.SiteKey == null || task.SiteKey == site))
                || (task.EscalatedTo == role && (site == null || task.EscalatedEverywhere || task.SiteKey == null || task.SiteKey == site)));
    }

    private IQueryable<HumanTask> Narrow(IQueryable<HumanTask> tasks, InboxFilter filter, DateTimeOffset now)
    {
        if (filter.Role is { Length: > 0 } role)
            tasks = tasks.Where(task => task.Role == role || task.EscalatedTo == role);
        if (filter.Site is { Length: > 0 } site)
            tasks = tasks.Where(task => task.SiteKey == site);
        if (filter.Overdue)
            tasks = tasks.Where(task => task.DueAt != null && task.DueAt < now);
        foreach (var word in CaseText.Fold(filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
#pragma warning disable CA1304, CA1311, CA1862 // this becomes the database's lower(); no culture of ours takes part
            tasks = tasks.Where(task =>
                task.Title.ToLower().Contains(word) || db.Cases.Any(file => file.Id == task.CaseId && file.SearchText.Contains(word)));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return tasks;
    }

    private async Task<IReadOnlyList<InboxRow>> RowsAsync(
        IReadOnlyList<HumanTask> tasks, Plan plan, DateTimeOffset now, CancellationToken stop)
    {
        var language = ScreenLanguages.Current.Tag;
        var ids = tasks.Select(task => task.CaseId).OfType<Guid>().ToList();
        var files = await db.Cases.AsNoTracking()
            .Where(file => ids.Contains(file.Id))
            .Select(file => new { file.Id, file.Title, file.Folio, file.SiteKey })
            .ToDictionaryAsync(file => file.Id, stop);
        return
        [
            .. from task in tasks
               let file = task.CaseId is { } id ? files.GetValueOrDefault(id) : null
               let named = file is not null && staff.MayRead(Permissions.WorkTasks, Sensitivity.Personal, task.SiteKey)
               select new InboxRow(
                   task.Id, task.Title, named ? file.Title : null, file?.Folio,
                   plan.FindRole(task.Role)?.Title.In(language) ?? task.Role,
                   task.SiteKey is { } site ? plan.FindSite(site)?.Title.In(language) ?? site : null,
                   task.DueAt, task.DueAt < now, task.Priority, task.CreatedAt)
               {
                   RemindedAt = task.ClaimedBy is null || task.ClaimedBy == staff.UserName ? task.RemindedAt : null,
                   From = IsMineByEscalation(task) ? plan.FindRole(task.EscalatedFrom ?? "")?.Title.In(language) ?? task.EscalatedFrom : null,
                   To = task.EscalatedTo is { } to && !IsMineByEscalation(task) ? plan.FindRole(to)?.Title.In(language) ?? to : null,
                   IsDueSoon = task.DueAt >= now && task.DueAt < now + Soon,
               },
        ];
    }

    private bool IsMineByEscalation(HumanTask task) => task.EscalatedTo is not null
        && (task.Role == task.EscalatedTo || !staff.MayWork(task.Role, task.Sensitivity, task.SiteKey));

    private async Task<int> StoppedAsync(CancellationToken stop) => staff.May(Permissions.DesignWorkflows)
        ? await db.Instances.CountAsync(instance => instance.Status == WorkflowStatus.Running && instance.IncidentCount > 0, stop)
        : 0;

    private IEnumerable<Role> WorkRoles() =>
        staff.Roles.Select(held => held.Role).Where(role => role.Permissions.Contains(Permissions.WorkTasks));

    private IReadOnlyList<Choice> Starts() =>
    [
        .. content.Current.StartForms
            .Where(start => staff.MayStart(start.Role, content.Current.FindForm(start.Form)?.Sensitivity ?? Sensitivity.Protected))
            .Select(start => new Choice(start.Form, start.Title)),
    ];
}
