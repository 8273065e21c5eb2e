using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Publications;

/// <summary>Publishing what is drafted. What each draft needs besides being a designer is asked for each.</summary>
[Authorize(StaffFeature.AnyDesigner)]
public sealed class PublishController(PublishDesk desk) : Controller
{
    [HttpGet("/designer/publish")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Publish", await desk.OpenAsync(null, stop));

    [HttpPost("/designer/publish")]
    public async Task<IActionResult> Publish(PublishForm form, CancellationToken stop)
    {
        if (form.Check)
            return View("Publish", await desk.CheckAsync(form, stop));
        var (number, page) = await desk.PublishAsync(form, stop);
        if (number is not null)
            return LocalRedirect($"/designer/publications/{number}?done=true");
        Response.StatusCode = page.Stale.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Publish", page);
    }
}
