using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Tasks;

/// <summary>One task: its form, and the answers that close it.</summary>
[Authorize(Permissions.WorkTasks)]
public sealed class TasksController(TaskFinder finder, SubmissionDoor door) : Controller
{
    [HttpGet("/tasks/{id:guid}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public async Task<IActionResult> Open(Guid id, CancellationToken stop) =>
        await finder.FindAsync(id, stop) is { } page ? View("Task", page) : NotFound();

    [HttpPost("/api/tasks/{id:guid}/submission")]
    [RequestSizeLimit(SubmissionDoor.MaxBodyBytes)]
    public Task<IActionResult> Submit(
        Guid id, [FromBody] SubmissionRequest request, [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken stop) =>
        door.SubmitAsync(new SubmissionTarget.OpenTask(id), request, key, stop);
}
