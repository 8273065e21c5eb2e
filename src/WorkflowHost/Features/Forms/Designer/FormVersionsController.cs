using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>What a form was, where it is used, and its file out and in.</summary>
[Authorize(Permissions.DesignForms)]
public sealed class FormVersionsController(
    FormHistory history, FormDesk desk, FormRetirement retirement, CurrentStaff staff, IStringLocalizer<Texts> texts) : Controller
{
    private const int MaxFormBytes = 2 * 1024 * 1024;

    [HttpGet("/designer/forms/{key}/versions")]
    public async Task<IActionResult> Index(string key, CancellationToken stop) =>
        await history.OfAsync(key, stop) is { } page ? View("Versions", page) : NotFound();

    [HttpPost("/designer/forms/{key}/versions/{version:int}/return")]
    public async Task<IActionResult> Return(string key, int version, CancellationToken stop) =>
        await history.ReturnToAsync(key, version, stop) ? LocalRedirect($"/designer/forms/{key}") : NotFound();

    /// <summary>Refused while steps open the form: the page, shown again, names them.</summary>
    [HttpPost("/designer/forms/{key}/retire")]
    public async Task<IActionResult> Retire(string key, CancellationToken stop)
    {
        var inUse = await retirement.RetireAsync(key, staff.UserName, stop);
        if (inUse.Count == 0)
            return LocalRedirect($"/designer/forms/{key}/versions");

        Response.StatusCode = StatusCodes.Status409Conflict;
        return await Index(key, stop);
    }

    [HttpPost("/designer/forms/{key}/give-back")]
    public async Task<IActionResult> GiveBack(string key, CancellationToken stop)
    {
        await retirement.GiveBackAsync(key, staff.UserName, stop);
        return LocalRedirect($"/designer/forms/{key}/versions");
    }

    [HttpGet("/designer/forms/{key}/versions/{version:int}.json")]
    public async Task<IActionResult> Download(string key, int version, CancellationToken stop) =>
        await history.FileOfAsync(key, version, stop) is { } json
            ? File(System.Text.Encoding.UTF8.GetBytes(json), "application/json; charset=utf-8", $"{key}.json")
            : NotFound();

    [HttpPost("/designer/forms/{key}/file")]
    [RequestSizeLimit(MaxFormBytes)]
    public async Task<IActionResult> Upload(string key, IFormFile? file, CancellationToken stop)
    {
        if (await ReadAsync(file, stop) is { } form)
            return await desk.ReplaceDraftAsync(key, form, stop) ? LocalRedirect($"/designer/forms/{key}") : NotFound();

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("file", texts["forms.badFile"]);
        return await Index(key, stop);
    }

    private static async Task<JsonObject?> ReadAsync(IFormFile? file, CancellationToken stop)
    {
        if (file is null)
            return null;
        try
        {
            await using var stream = file.OpenReadStream();
            return await JsonNode.ParseAsync(stream, cancellationToken: stop) is JsonObject form && form["components"] is JsonArray ? form : null;
        }
        catch (JsonException)
        {
            // No form: the page says so beside the field.
            return null;
        }
    }
}
