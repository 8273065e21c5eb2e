using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Publications.Packages;

/// <summary>The whole plan, or one process of it, out and in.</summary>
[Authorize(Permissions.DesignWorkflows)]
[Authorize(Permissions.DesignForms)]
public sealed class PackagesController(PackageDesk desk) : Controller
{
    private const int MaxPackageBytes = 20 * 1024 * 1024;

    [HttpGet("/designer/package")]
    public async Task<IActionResult> Index(CancellationToken stop) => await ClosedAsync(isUnreadable: false, stop);

    [HttpGet("/designer/package.zip")]
    public async Task<IActionResult> Download(string? process, CancellationToken stop) =>
        await desk.PackAsync(process, stop) is { } package
            ? File(package, "application/zip", string.IsNullOrEmpty(process) ? "plan.zip" : $"{process}.zip")
            : NotFound();

    [HttpPost("/designer/package")]
    [RequestSizeLimit(MaxPackageBytes)]
    public async Task<IActionResult> Open(IFormFile? file, CancellationToken stop)
    {
        try
        {
            if (file is not null)
            {
                await using var stream = file.OpenReadStream();
                var files = ContentPackage.Read(stream);
                if (files.Keys.Any(path => path != ContentPackage.ManifestPath))
                    return View("Index", await desk.OpenAsync(files, stop));
            }
        }
        catch (InvalidDataException)
        {
            // No package: said below, like an empty one.
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ClosedAsync(isUnreadable: true, stop);
    }

    [HttpPost("/designer/package/{id:guid}")]
    public async Task<IActionResult> Take(Guid id, PublishForm form, CancellationToken stop)
    {
        if (await desk.TakeAsync(id, form, stop) is not { } answer)
            return NotFound();

        if (answer.Number is { } number)
            return LocalRedirect($"/designer/publications/{number}?done=true");
        Response.StatusCode = answer.Page.Publish.Stale.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Index", answer.Page);
    }

    private async Task<ViewResult> ClosedAsync(bool isUnreadable, CancellationToken stop) =>
        View("Index", PackagePage.Closed with { Processes = await desk.ProcessesAsync(stop), IsUnreadable = isUnreadable });
}
