using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Tasks;

/// <summary>Finds a task for the person who asks; somebody else's task does not exist for them.</summary>
public sealed class TaskFinder(WorkDb db, CurrentStaff staff, PublishedContent content, TaskHistory history, TimeProvider time)
{
    public async Task<TaskPage?> FindAsync(Guid id, CancellationToken stop)
    {
        await staff.LoadAsync(stop);
        var task = await db.Tasks.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (task is null || !staff.MayWork(task))
            return null;

        var plan = content.Current.Plan;
        var language = ScreenLanguages.Current.Tag;
        return new TaskPage(
            task,
            plan.FindRole(task.Role)?.Title.In(language) ?? task.Role,
            task.SiteKey is { } site ? plan.FindSite(site)?.Title.In(language) ?? site : null,
            task.State == TaskState.Open && task.DueAt < time.GetUtcNow(),
            await CaseOfAsync(task, plan, stop),
            task.State == TaskState.Open ? SheetOf(task) : null,
            task.CompletedBy,
            await history.OfAsync(task, stop));
    }

    private static FormSheet SheetOf(HumanTask task) => new(
        task.Form, task.FormVersion, $"/api/tasks/{task.Id}/submission", $"task:{task.Id}", task.Prefill(), [], task.SiteKey);

    private async Task<TaskCase?> CaseOfAsync(HumanTask task, Plan plan, CancellationToken stop)
    {
        if (task.CaseId is not { } id)
            return null;

        var file = await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, stop);
        if (file is null)
            return null;

        var mayName = staff.MayRead(Permissions.WorkTasks, Sensitivity.Personal, task.SiteKey);
        return new TaskCase(
            id, mayName ? file.Title : file.Folio, file.Folio,
            plan.FindCaseType(file.Type)?.Title.In(ScreenLanguages.Current.Tag) ?? file.Type,
            staff.MayAt(Permissions.ReadCases, file.SiteKey));
    }
}
