using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Publications;

/// <summary>What was published, by whom and why, and the way back.</summary>
[Authorize(StaffFeature.AnyDesigner)]
public sealed class PublicationsController(PublicationBook book, ReturnDesk desk) : Controller
{
    [HttpGet("/designer/publications")]
    public async Task<IActionResult> Index(int page, CancellationToken stop) => View("History", await book.ListAsync(Math.Max(1, page), stop));

    [HttpGet("/designer/publications/{number:int}")]
    public async Task<IActionResult> Show(int number, bool done, CancellationToken stop) =>
        await book.FindAsync(number, stop) is { } page ? View("Publication", page with { IsDone = done }) : NotFound();

    [HttpGet("/designer/publications/{number:int}/return")]
    public async Task<IActionResult> Look(int number, CancellationToken stop) =>
        await desk.OpenAsync(number, stop) is { } page ? View("Return", page) : NotFound();

    [HttpPost("/designer/publications/{number:int}/return")]
    public async Task<IActionResult> Return(int number, PublishForm form, CancellationToken stop)
    {
        if (await desk.ReturnAsync(number, form, stop) is not { } answer)
            return NotFound();
        if (answer.Number is { } done)
            return LocalRedirect($"/designer/publications/{done}?done=true");
        Response.StatusCode = answer.Page.Publish.Stale.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Return", answer.Page);
    }
}
