using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <summary>The example cases: which there are, how they come out now, and keeping the outcome anew when it is meant.</summary>
[Authorize(StaffFeature.AnyDesigner)]
public sealed class ExamplesController(TryDesk desk, ExampleCases examples, ExampleShelf shelf, CurrentStaff staff) : Controller
{
    [HttpGet("/designer/try/examples")]
    public async Task<IActionResult> Index(CancellationToken stop)
    {
        var files = await desk.FilesAsync(false, stop);
        return View("Examples", new ExamplesPage([.. ExampleCases.Of(files).Select(file => new ExampleRow(file.Key, Read(file.Value), null))], false, false));
    }

    /// <param name="withDrafts">Lives them on the drafts instead of what is published.</param>
    [HttpPost("/designer/try/examples")]
    public async Task<IActionResult> Run(bool withDrafts, CancellationToken stop)
    {
        var files = await desk.FilesAsync(withDrafts, stop);
        var rows = new List<ExampleRow>();
        foreach (var (path, text) in ExampleCases.Of(files))
            rows.Add(new ExampleRow(path, Read(text), await examples.RunAsync(path, text, files, stop)));
        return View("Examples", new ExamplesPage(rows, true, withDrafts));
    }

    /// <summary>What comes out now becomes what has to come out.</summary>
    [HttpPost("/designer/try/examples/{key}/renew")]
    public async Task<IActionResult> Renew(string key, bool withDrafts, CancellationToken stop)
    {
        var files = await desk.FilesAsync(withDrafts, stop);
        if (!files.TryGetValue($"{ExampleCases.Folder}{key}.json", out var text))
            return NotFound();
        var run = await examples.RunAsync(key, text, files, stop);
        if (run is { Example: { } example, Came: { } came })
            await shelf.KeepAsync(example with { Key = key, Expect = came }, staff.UserName, stop);
        return LocalRedirect("/designer/try/examples");
    }

    [HttpPost("/designer/try/examples/{key}/forget")]
    public async Task<IActionResult> Forget(string key, CancellationToken stop)
    {
        await shelf.ForgetAsync(key, staff.UserName, stop);
        return LocalRedirect("/designer/try/examples");
    }

    private static CaseExample? Read(string text)
    {
        try
        {
            return CaseExample.Parse(text);
        }
        catch (JsonException)
        {
            // Shown by its path, with what is wrong when it is run.
            return null;
        }
    }
}
