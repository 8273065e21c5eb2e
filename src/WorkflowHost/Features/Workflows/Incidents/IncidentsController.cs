using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Workflows.Incidents;

/// <summary>Shows what has stopped, and lets a designer try it again or cancel it.</summary>
[Authorize(WorkflowsFeature.Permission)]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class IncidentsController(IncidentDesk desk, WorkflowRuntime runtime, Designer designer, AuditPen audit) : Controller
{
    [HttpGet("/designer/incidents")]
    public async Task<IActionResult> Index(CancellationToken stop, int page = 1, string? done = null) =>
        View("Incidents", await desk.ReadAsync(page, done is "retried" or "cancelled" or "revived" ? "incidents." + done : null, stop));

    [HttpPost("/designer/incidents/{instanceId}/{activityInstanceId}/retry")]
    public async Task<IActionResult> Retry(string instanceId, string activityInstanceId, CancellationToken stop) =>
        await AnswerAsync(
            await runtime.RetryAsync(instanceId, activityInstanceId, designer.Name, stop), "instance.retried", instanceId, "retried", stop);

    [HttpPost("/designer/incidents/{instanceId}/cancel")]
    public async Task<IActionResult> Cancel(string instanceId, CancellationToken stop) =>
        await AnswerAsync(
            await runtime.CancelAsync(instanceId, "Cancelado en incidentes", designer.Name, stop), "instance.cancelled", instanceId, "cancelled", stop);

    [HttpPost("/designer/incidents/effects/{id:guid}/retry")]
    public async Task<IActionResult> Revive(Guid id, CancellationToken stop)
    {
        if (!await desk.ReviveAsync(id, stop))
            return NotFound();
        await audit.WriteAsync(designer.Name, "effect.revived", "effect", id.ToString(), stop);
        return LocalRedirect("/designer/incidents?done=revived");
    }

    private async Task<IActionResult> AnswerAsync(
        RunAnswer answer, string action, string instanceId, string done, CancellationToken stop)
    {
        if (answer is not RunAnswer.Done)
        {
            Response.StatusCode = answer is RunAnswer.NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
            return View("Incidents", await desk.ReadAsync(1, "incidents.tooLate", stop));
        }

        await audit.WriteAsync(designer.Name, action, "instance", instanceId, stop);
        return LocalRedirect("/designer/incidents?done=" + done);
    }
}
