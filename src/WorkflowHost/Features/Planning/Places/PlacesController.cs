using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>Sites, segments, features and what limits capacity, in the plan's draft.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class PlacesController(PlaceDesk desk) : Controller
{
    private const string Address = "/designer/plan/sites";

    [HttpGet(Address)]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Places", await desk.ReadAsync(stop));

    [HttpGet(Address + "/new")]
    public async Task<IActionResult> New(string? from, CancellationToken stop) => View("Place", await desk.OpenAsync(null, from, stop));

    [HttpGet(Address + "/site/{key}")]
    public async Task<IActionResult> Open(string key, CancellationToken stop) =>
        await desk.OpenAsync(key, null, stop) is { } page ? View("Place", page) : NotFound();

    [HttpPost(Address + "/site")]
    public async Task<IActionResult> Save(SiteInput input, CancellationToken stop)
    {
        ModelState.Clear(); // what was bound is shown again, not what was typed over it
        var page = await desk.SaveAsync(input, stop);
        if (page.IsKept && page.Problems.Count == 0)
            return LocalRedirect($"{Address}#site-{page.Input.Key}");
        if (page.IsStale || page.Problems.Any(p => !p.IsWarning))
            Response.StatusCode = page.IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Place", page);
    }

    [HttpPost(Address + "/delete")]
    public Task<IActionResult> Delete(string? list, string? key, string? basedOn, CancellationToken stop) =>
        Known(list) ? Answer(desk.DeleteAsync(list!, key ?? "", basedOn ?? "", stop)) : Task.FromResult<IActionResult>(NotFound());

    [HttpPost(Address + "/name")]
    public Task<IActionResult> Name(string? list, NamedInput input, CancellationToken stop) =>
        list is "segments" or "siteFeatures" && !string.IsNullOrWhiteSpace(input.Title.GetValueOrDefault("es"))
            ? Answer(desk.NameAsync(list, input, stop))
            : Task.FromResult<IActionResult>(BadRequest());

    [HttpPost(Address + "/move")]
    public Task<IActionResult> Move(string? list, string? key, string? act, string? basedOn, CancellationToken stop) =>
        Known(list) ? Answer(desk.MoveAsync(list!, key ?? "", act == "up", basedOn ?? "", stop)) : Task.FromResult<IActionResult>(NotFound());

    [HttpPost(Address + "/ratios")]
    public Task<IActionResult> Ratios(Dictionary<string, decimal?> ratios, string? basedOn, CancellationToken stop) =>
        Answer(desk.SetRatiosAsync(ratios, basedOn ?? "", stop));

    private static bool Known(string? list) => list is "sites" or "segments" or "siteFeatures";

    private async Task<IActionResult> Answer(Task<PlacesPage?> change)
    {
        if (await change is not { } page)
            return LocalRedirect(Address);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Places", page);
    }
}
