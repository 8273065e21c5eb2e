using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Versions;

/// <summary>The versions of the plan.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class PlanVersionsController(PlanHistory history) : Controller
{
    [HttpGet("/designer/plan/versions")]
    public async Task<IActionResult> Index(int? from, int? to, CancellationToken stop) => View("Versions", await history.OpenAsync(from, to, stop));

    [HttpPost("/designer/plan/versions/{version:int}/return")]
    public async Task<IActionResult> Return(int version, string? basedOn, CancellationToken stop)
    {
        switch (await history.ReturnAsync(version, basedOn ?? "", stop))
        {
            case null:
                return NotFound();
            case true:
                return LocalRedirect("/designer/plan/versions");
            default:
                Response.StatusCode = StatusCodes.Status409Conflict;
                return View("Versions", await history.OpenAsync(null, null, stop) with { IsStale = true });
        }
    }
}
