using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Packages;

/// <summary>The whole plan out and in.</summary>
[Authorize(Permissions.DesignWorkflows)]
[Authorize(Permissions.DesignForms)]
public sealed class PackagesController(PackageDesk desk) : Controller
{
    private const int MaxPackageBytes = 20 * 1024 * 1024;

    [HttpGet("/designer/package")]
    public IActionResult Index() => View("Index", new PackagePage(null, [], []));

    [HttpGet("/designer/package.zip")]
    public async Task<IActionResult> Download(CancellationToken stop) => File(await desk.PackAsync(stop), "application/zip", "plan.zip");

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
                if (files.Count > 0)
                    return View("Index", await desk.OpenAsync(files, stop));
            }
        }
        catch (InvalidDataException)
        {
            // No package: said below, like an empty one.
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", new PackagePage(null, [], []) { IsUnreadable = true });
    }

    [HttpPost("/designer/package/{id:guid}")]
    public async Task<IActionResult> Take(Guid id, IReadOnlyList<string>? paths, CancellationToken stop)
    {
        if (await desk.TakeAsync(id, paths ?? [], stop) is not { } page)
            return NotFound();

        if (page.IsRefused)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", page);
    }
}
