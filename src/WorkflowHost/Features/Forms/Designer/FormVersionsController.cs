using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>What a form was, where it is used, and its file out and in.</summary>
[Authorize(Permissions.DesignForms)]
public sealed class FormVersionsController(FormHistory history, FormDesk desk, IStringLocalizer<Texts> texts) : Controller
{
    private const int MaxFormBytes = 2 * 1024 * 1024;

    [HttpGet("/designer/forms/{key}/versions")]
    public async Task<IActionResult> Index(string key, CancellationToken stop) =>
        await history.OfAsync(key, stop) is { } page ? View("Versions", page) : NotFound();

    [HttpPost("/designer/forms/{key}/versions/{version:int}/return")]
    public async Task<IActionResult> Return(string key, int version, CancellationToken stop) =>
        await history.ReturnToAsync(key, version, stop) ? LocalRedirect($"/designer/forms/{key}") : NotFound();

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
