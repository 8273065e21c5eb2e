using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>Pages of the plan's lists: the list, one thing, saving, deleting, moving.</summary>
[Authorize(Permissions.DesignPlan)]
[Route("/designer/plan/{section:regex(^(roles|case-types|link-kinds|fact-types|partners|indicators)$)}")]
public sealed class ThingsController(ThingDesk desk) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string section, CancellationToken stop) =>
        ThingKind.Find(section) is { } kind ? View("Things", await desk.ListAsync(kind, stop)) : NotFound();

    [HttpGet("new")]
    public Task<IActionResult> New(string section, string? like, CancellationToken stop) => Show(section, null, like, stop);

    [HttpGet("{key}")]
    public Task<IActionResult> Open(string section, string key, CancellationToken stop) => Show(section, key, null, stop);

    [HttpPost("new")]
    public Task<IActionResult> Create(string section, string? basedOn, CancellationToken stop) => Keep(section, null, basedOn, stop);

    [HttpPost("{key}")]
    public Task<IActionResult> Save(string section, string key, string? basedOn, CancellationToken stop) => Keep(section, key, basedOn, stop);

    [HttpPost("{key}/delete")]
    public async Task<IActionResult> Delete(string section, string key, string? basedOn, CancellationToken stop)
    {
        if (ThingKind.Find(section) is not { } kind)
            return NotFound();
        return await desk.DeleteAsync(kind, key, basedOn ?? "", stop) is { } page ? Refuse(page) : LocalRedirect(kind.Address);
    }

    [HttpPost("{key}/move")]
    public async Task<IActionResult> Move(string section, string key, int by, string? basedOn, CancellationToken stop)
    {
        if (ThingKind.Find(section) is not { IsOrdered: true } kind)
            return NotFound();
        if (await desk.MoveAsync(kind, key, by, basedOn ?? "", stop))
            return LocalRedirect($"{kind.Address}#{key}");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Things", await desk.ListAsync(kind, stop) with { Refusal = "plan.stale" });
    }

    private async Task<IActionResult> Show(string section, string? key, string? like, CancellationToken stop) =>
        ThingKind.Find(section) is { } kind && await desk.OpenAsync(kind, key, like, stop) is { } page
            ? View("Thing", page with { IsSaved = Request.Query.ContainsKey("saved") })
            : NotFound();

    private async Task<IActionResult> Keep(string section, string? key, string? basedOn, CancellationToken stop)
    {
        if (ThingKind.Find(section) is not { } kind || await desk.SaveAsync(kind, key, basedOn ?? "", await Request.ReadFormAsync(stop), stop) is not { } page)
            return NotFound();
        return page.Refusal is null ? LocalRedirect($"{kind.Address}/{page.Key}?saved=1") : Refuse(page);
    }

    private ViewResult Refuse(ThingPage page)
    {
        Response.StatusCode = page.Refusal == "plan.stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Thing", page);
    }
}
