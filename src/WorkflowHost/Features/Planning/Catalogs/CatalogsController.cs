using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>Pages of the lists of choices.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class CatalogsController(CatalogDesk desk) : Controller
{
    private const int MaxFileBytes = 2 * 1024 * 1024;

    [HttpGet("/designer/plan/catalogs")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Catalogs", await desk.ListAsync(stop));

    [HttpPost("/designer/plan/catalogs")]
    public async Task<IActionResult> Create(string? name, CancellationToken stop)
    {
        if (await desk.CreateAsync(name?.Trim() ?? "", stop))
            return LocalRedirect($"/designer/plan/catalogs/{name?.Trim()}");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Catalogs", await desk.ListAsync(stop) with { NewName = name, IsRefused = true });
    }

    [HttpGet("/designer/plan/catalogs/{name}")]
    public async Task<IActionResult> Open(string name, CancellationToken stop) =>
        await desk.OpenAsync(name, stop) is { } page ? View("Catalog", page with { IsSaved = Request.Query.ContainsKey("saved") }) : NotFound();

    [HttpPost("/designer/plan/catalogs/{name}")]
    public async Task<IActionResult> Save(string name, string? basedOn, CancellationToken stop) =>
        await KeepAsync(name, basedOn, Entered(await Request.ReadFormAsync(stop)), stop);

    [HttpPost("/designer/plan/catalogs/{name}/drop")]
    public async Task<IActionResult> Drop(string name, string? basedOn, CancellationToken stop)
    {
        if (await desk.DropAsync(name, basedOn, stop))
            return LocalRedirect("/designer/plan/catalogs");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await desk.OpenAsync(name, stop) is { } page ? View("Catalog", page with { Refusal = "plan.stale" }) : NotFound();
    }

    [HttpGet("/designer/plan/catalogs/{name}.csv")]
    public async Task<IActionResult> Download(string name, CancellationToken stop) =>
        await desk.OpenAsync(name, stop) is { } page ? File(CatalogFile.Write(page), "text/csv; charset=utf-8", $"{name}.csv") : NotFound();

    [HttpPost("/designer/plan/catalogs/{name}/file")]
    [RequestSizeLimit(MaxFileBytes)]
    public async Task<IActionResult> Upload(string name, IFormFile? file, CancellationToken stop)
    {
        if (await desk.OpenAsync(name, stop) is not { } page)
            return NotFound();
        using var stream = file?.OpenReadStream();
        if (stream is not null && CatalogFile.Read(stream, page) is { } entries)
            return await KeepAsync(name, page.Base, entries, stop);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Catalog", page with { Refusal = "plan.catalogs.badFile" });
    }

    private async Task<IActionResult> KeepAsync(string name, string? basedOn, IReadOnlyList<CatalogEntry> entries, CancellationToken stop)
    {
        if (await desk.SaveAsync(name, basedOn, entries, stop) is not { } page)
            return NotFound();
        if (page is { Refusal: null, StaleWords: 0 })
            return LocalRedirect($"/designer/plan/catalogs/{name}?saved=1");
        if (page.Refusal is not null)
            Response.StatusCode = page.Refusal == "plan.stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Catalog", page);
    }

    private static IReadOnlyList<CatalogEntry> Entered(IFormCollection form)
    {
        string Text(string row, string name) => form[$"entries.{row}.{name}"].ToString().Trim();
        return
        [
            .. form["entries"].OfType<string>().Select(row => new CatalogEntry(
                Text(row, "value"), Text(row, "label"), Text(row, "retired") == "true",
                CatalogWords.Languages.ToDictionary(language => language.Tag, language => Text(row, language.Tag), StringComparer.Ordinal))),
        ];
    }
}
