using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Deadlines;

/// <summary>How long tasks may take, and what happens when they take longer.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class DeadlinesController(DeadlineDesk desk) : Controller
{
    private const string Address = "/designer/plan/deadlines";

    [HttpGet(Address)]
    public async Task<IActionResult> Index(int? applied, CancellationToken stop) => View("Index", await desk.ListAsync(applied, isStale: false, stop));

    [HttpGet(Address + "/new")]
    public async Task<IActionResult> New(CancellationToken stop) => View("Edit", await desk.FindAsync("", isSaved: false, stop));

    [HttpGet(Address + "/{key}")]
    public async Task<IActionResult> Edit(string key, bool saved, CancellationToken stop) =>
        await desk.FindAsync(key, saved, stop) is { } page ? View("Edit", page) : NotFound();

    [HttpPost(Address)]
    public Task<IActionResult> Create(DeadlineEdit edit, CancellationToken stop) => SaveAsync("", edit, stop);

    [HttpPost(Address + "/{key}")]
    public Task<IActionResult> Save(string key, DeadlineEdit edit, CancellationToken stop) => SaveAsync(key, edit, stop);

    [HttpPost(Address + "/{key}/remove")]
    public async Task<IActionResult> Remove(string key, string? basedOn, CancellationToken stop) =>
        await ListedAsync(await desk.RemoveAsync(key, basedOn ?? "", stop), stop);

    [HttpPost(Address + "/{key}/move")]
    public async Task<IActionResult> Move(string key, int by, string? basedOn, CancellationToken stop) =>
        await ListedAsync(await desk.MoveAsync(key, by, basedOn ?? "", stop), stop);

    /// <summary>The published rule also for tasks that are open already.</summary>
    [HttpPost(Address + "/{key}/apply")]
    public async Task<IActionResult> Apply(string key, CancellationToken stop) =>
        LocalRedirect($"{Address}?applied={await desk.ApplyAsync(key, stop)}");

    private async Task<IActionResult> SaveAsync(string key, DeadlineEdit edit, CancellationToken stop)
    {
        var (saved, stale) = await desk.SaveAsync(key, edit, stop);
        if (saved is not null)
            return LocalRedirect($"{Address}/{Uri.EscapeDataString(saved)}?saved=true");

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Edit", stale);
    }

    private async Task<IActionResult> ListedAsync(bool isDone, CancellationToken stop)
    {
        if (isDone)
            return LocalRedirect(Address);

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", await desk.ListAsync(null, isStale: true, stop));
    }
}
