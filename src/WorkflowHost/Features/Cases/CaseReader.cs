using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Cases;

/// <summary>Puts the page of a case together; a case of another site does not exist for the person.</summary>
public sealed class CaseReader(
    WorkDb db, CurrentStaff staff, CaseReading reading, CaseFacts facts, CaseStory story, PublishedContent content, TimeProvider time)
{
    private Plan Plan => content.Current.Plan;

    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<CasePage?> ReadAsync(Guid id, CancellationToken stop)
    {
        var file = await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (file is null || !reading.MayOpen(file))
            return null;

        var type = Plan.FindCaseType(file.Type);
        var (known, hidden) = facts.Of(file);
        return new CasePage(
            file, reading.TitleOf(file), type?.Title.In(Language) ?? file.Type, type?.Plural.In(Language) ?? file.Type,
            type?.States.FirstOrDefault(state => state.Key == file.State)?.Title.In(Language) ?? file.State,
            file.SiteKey is { } site ? SiteTitle(site) : null,
            known, hidden,
            await LinksAsync(id, stop), await StaysAsync(id, stop), await TasksAsync(file, stop), await ReferralsAsync(file, stop),
            await story.OfAsync(file, stop), await TroublesAsync(file.Id, stop));
    }

    private async Task<IReadOnlyList<CaseLinkGroup>> LinksAsync(Guid id, CancellationToken stop)
    {
        var links = await db.CaseLinks.AsNoTracking().Where(link => link.FromId == id || link.ToId == id).ToListAsync(stop);
        var ids = links.Select(link => link.FromId == id ? link.ToId : link.FromId).Distinct().ToList();
        var files = await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id)).ToDictionaryAsync(file => file.Id, stop);
        var rows =
            from link in links
            let other = files.GetValueOrDefault(link.FromId == id ? link.ToId : link.FromId)
            where other is not null
            orderby link.CreatedAt
            group new CaseLinkRow(other.Id, reading.TitleOf(other), other.Folio, RoleWord(link.Role), reading.MayOpen(other))
                by GroupTitle(link, id, other);
        return [.. rows.Select(group => new CaseLinkGroup(group.Key, [.. group]))];
    }

    // From the household one sees "members"; from the member, what it belongs to.
    private string GroupTitle(CaseLink link, Guid asking, Case other) => link.FromId == asking
        ? Plan.LinkKinds.FirstOrDefault(kind => kind.Key == link.Kind)?.Title.In(Language) ?? link.Kind
        : Plan.FindCaseType(other.Type)?.Title.In(Language) ?? other.Type;

    private string? RoleWord(string? role) => role is null ? null
        : content.Current.Catalogs.Values.Select(words => words.GetValueOrDefault(role)).FirstOrDefault(word => word is not null) ?? role;

    private async Task<IReadOnlyList<CaseStay>> StaysAsync(Guid id, CancellationToken stop)
    {
        var stays = await db.Stays.AsNoTracking().Where(stay => stay.CaseId == id).OrderByDescending(stay => stay.ReservedAt).ToListAsync(stop);
        return
        [
            .. stays.Select(stay => new CaseStay(
                SiteTitle(stay.SiteKey), Plan.FindSegment(stay.Segment)?.Title.In(Language) ?? stay.Segment,
                "stay." + stay.State.ToString().ToLowerInvariant(), stay.OccupiedAt ?? stay.ReservedAt, stay.LeftAt, stay.LeftReason)),
        ];
    }

    private async Task<IReadOnlyList<CaseTask>> TasksAsync(Case file, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var readable = Enum.GetValues<Sensitivity>().Where(one => reading.MayRead(file, one)).ToArray();
        var tasks = await db.Tasks.AsNoTracking()
            .Where(task => task.CaseId == file.Id && task.State == TaskState.Open && readable.Contains(task.Sensitivity))
            .OrderByDescending(task => task.Priority).ThenBy(task => task.DueAt)
            .ToListAsync(stop);
        return
        [
            .. tasks.Select(task => new CaseTask(
                task.Id, task.Title, Plan.FindRole(task.Role)?.Title.In(Language) ?? task.Role, task.DueAt, task.DueAt < now,
                staff.MayWork(task))),
        ];
    }

    private async Task<IReadOnlyList<CaseReferral>> ReferralsAsync(Case file, CancellationToken stop)
    {
        // A reason is free text and may name an illness.
        var mayReason = reading.MayRead(file, Sensitivity.Medical);
        var referrals = await db.Referrals.AsNoTracking()
            .Where(referral => referral.CaseId == file.Id)
            .OrderByDescending(referral => referral.CreatedAt)
            .ToListAsync(stop);
        return
        [
            .. referrals.Select(referral => new CaseReferral(
                Plan.FindPartner(referral.Partner)?.Title.In(Language) ?? referral.Partner,
                mayReason ? referral.Reason : "", "referral." + referral.State.ToString().ToLowerInvariant(), referral.CreatedAt)),
        ];
    }

    // What went wrong may name a person's data; that it went wrong may be told to whoever may open the case.
    private async Task<IReadOnlyList<CaseTrouble>> TroublesAsync(Guid id, CancellationToken stop)
    {
        var subject = id.ToString();
        var stopped = await db.Instances.AsNoTracking()
            .Where(instance => instance.Status == WorkflowStatus.Running && instance.IncidentCount > 0)
            .Where(instance => db.Tasks.Any(task => task.CaseId == id && task.InstanceId == instance.Id)
                || db.Audit.Any(entry => entry.Subject == "case" && entry.SubjectId == subject && entry.InstanceId == instance.Id))
            .ToListAsync(stop);
        return
        [
            .. stopped.Select(instance => new CaseTrouble(
                instance.Id,
                content.Current.FindWorkflow(instance.DefinitionId)?.Definition.Name ?? instance.DefinitionId,
                instance.UpdatedAt)),
        ];
    }

    private string SiteTitle(string key) => Plan.FindSite(key)?.Title.In(Language) ?? key;
}
