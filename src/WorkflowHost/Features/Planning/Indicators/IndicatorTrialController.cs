using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Indicators;

/// <summary>The number of a drafted indicator. It shows what was recorded, so it needs the permission to see indicators too.</summary>
[Authorize(Permissions.DesignPlan)]
[Authorize(Permissions.ReadIndicators)]
public sealed class IndicatorTrialController(IndicatorTrial trial) : Controller
{
    [HttpGet("/designer/plan/indicators/{key}/count")]
    public async Task<IActionResult> Count(string key, CancellationToken stop, int page = 1) =>
        await trial.OfAsync(key, page, stop) is { } counted ? View("Count", counted) : NotFound();
}
