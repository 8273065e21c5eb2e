using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Sites;

/// <summary>The board of sites and the list of one.</summary>
[Authorize(Permissions.ReadSites)]
public sealed class SitesController(Board board) : Controller
{
    [HttpGet("/sites")]
    public async Task<IActionResult> Index(CancellationToken stop) => View(await board.ReadAsync(stop));

    [HttpGet("/sites/{key}")]
    public async Task<IActionResult> Open(string key, CancellationToken stop, int page = 1) =>
        await board.FindAsync(key, page, stop) is { } site ? View("Site", site) : NotFound();
}
