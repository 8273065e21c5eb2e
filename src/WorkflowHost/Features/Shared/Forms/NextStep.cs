using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>Where a person goes after sending a form: on to the next task if it is theirs, else back to the inbox.</summary>
public sealed class NextStep(WorkDb db, CurrentStaff staff)
{
    public async Task<string> AfterAsync(Guid submissionId, IReadOnlyList<Guid> openedTasks, CancellationToken stop)
    {
        var opened = await db.Tasks.AsNoTracking()
            .Where(task => openedTasks.Contains(task.Id) && task.State == TaskState.Open)
            .ToListAsync(stop);
        var mine = openedTasks
            .Select(id => opened.FirstOrDefault(task => task.Id == id))
            .FirstOrDefault(task => task is not null && staff.MayWork(task));
        return mine is null ? $"/?sent={submissionId}" : $"/tasks/{mine.Id}?sent={submissionId}";
    }
}
