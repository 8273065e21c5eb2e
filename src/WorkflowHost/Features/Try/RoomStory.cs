using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Features.Try;

/// <summary>What has happened in a trial so far, line by line, earliest first.</summary>
internal sealed class RoomStory(Plan plan, ContentSnapshot content, string language)
{
    /// <param name="db">The trial's own.</param>
    /// <param name="most">Latest lines that are read.</param>
    /// <param name="stop">Stops between two lists.</param>
    public async Task<IReadOnlyList<RoomLine>> ReadAsync(WorkDb db, int most, CancellationToken stop)
    {
        var titles = await db.Cases.AsNoTracking().ToDictionaryAsync(file => file.Id, file => file.Title, stop);
        var lines = new List<RoomLine>();
        foreach (var one in await db.Submissions.AsNoTracking().Where(sent => sent.TaskId == null).ToListAsync(stop))
            lines.Add(new RoomLine(one.SubmittedAt, "started", [FormTitle(one.Form), one.SubmittedBy, Site(one.SiteKey)]));
        foreach (var task in await db.Tasks.AsNoTracking().ToListAsync(stop))
            AddTask(lines, task, titles);
        foreach (var file in await db.Cases.AsNoTracking().ToListAsync(stop))
            lines.Add(new RoomLine(file.CreatedAt, "case", [plan.FindCaseType(file.Type)?.Title.In(language) ?? file.Type, file.Title, file.Folio]));
        foreach (var fact in await db.Facts.AsNoTracking().ToListAsync(stop))
            lines.Add(new RoomLine(fact.RecordedAt, "fact", [plan.FactTypes.FirstOrDefault(type => type.Key == fact.Type)?.Title.In(language) ?? fact.Type, About(titles, fact.CaseId)]));
        foreach (var stay in await db.Stays.AsNoTracking().ToListAsync(stop))
        {
            var reason = plan.AssignmentRules.FirstOrDefault(rule => rule.Key == stay.Rule)?.Reason.In(language) ?? "";
            lines.Add(new RoomLine(stay.ReservedAt, "place", [About(titles, stay.CaseId), Site(stay.SiteKey), plan.FindSegment(stay.Segment)?.Title.In(language) ?? stay.Segment, reason]));
            if (stay.LeftAt is { } left)
                lines.Add(new RoomLine(left, "left", [About(titles, stay.CaseId), Site(stay.SiteKey)]));
        }

        foreach (var instance in await db.Instances.AsNoTracking().ToListAsync(stop))
        {
            var name = content.FindWorkflow(instance.DefinitionId)?.Definition.Name is { Length: > 0 } given ? given : instance.DefinitionId;
            lines.Add(new RoomLine(instance.CreatedAt, "begun", [name]));
            if (instance.FinishedAt is { } ended)
                lines.Add(new RoomLine(ended, instance.SubStatus == WorkflowSubStatus.Faulted ? "failed" : "ended", [name]));
        }

        return [.. lines.OrderBy(line => line.At).ThenBy(line => Rank(line.Kind)).TakeLast(most)];
    }

    private void AddTask(List<RoomLine> lines, HumanTask task, Dictionary<Guid, string> titles)
    {
        var role = plan.FindRole(task.Role)?.Title.In(language) ?? task.Role;
        lines.Add(new RoomLine(task.CreatedAt, "asked", [task.Title, role, Site(task.SiteKey), About(titles, task.CaseId)]));
        if (task.ClosedAt is { } closed)
            lines.Add(new RoomLine(closed, task.State == TaskState.Completed ? "answered" : "dropped", [task.Title, task.CompletedBy ?? role, task.Outcome ?? "", About(titles, task.CaseId)]));
    }

    // Within one moment: first what was answered, then what came of it, last what is asked next.
    private static int Rank(string kind) => kind switch
    {
        "started" or "answered" => 0,
        "begun" => 1,
        "case" => 2,
        "asked" => 5,
        "ended" or "failed" => 4,
        _ => 3,
    };

    private string FormTitle(string key) => content.FindForm(key)?.Title ?? key;

    private string Site(string? key) => key is null ? "—" : plan.FindSite(key)?.Title.In(language) ?? key;

    private static string About(Dictionary<Guid, string> titles, Guid? id) => id is { } known ? titles.GetValueOrDefault(known, "—") : "—";
}
