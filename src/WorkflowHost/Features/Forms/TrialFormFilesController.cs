using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Forms;

/// <summary>What the renderer needs of a form that exists in a trial only. Never kept by the browser: the next trial has other versions.</summary>
[Authorize(StaffFeature.AnyDesigner)]
[Route("/designer/try/{id:guid}/forms/{key}/{version:int}")]
public sealed class TrialFormFilesController(TrialShelf shelf, CurrentStaff staff) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [HttpGet("form.json")]
    public async Task<IActionResult> Definition(Guid id, string key, int version, CancellationToken stop, string language = "es") =>
        await FindAsync(id, key, version, stop) is not { } found
            ? NotFound()
            : Fresh(RenderedForm.Of(found.Form.Json, found.Trial.Content.Dictionaries.ForForm(key).GetValueOrDefault(language) ?? new Dictionary<string, string>()), "application/json");

    [HttpGet("expressions.js")]
    public async Task<IActionResult> Expressions(Guid id, string key, int version, CancellationToken stop) =>
        await FindAsync(id, key, version, stop) is not { } found ? NotFound() : Fresh(ExpressionScript.Of(found.Form.Json), "text/javascript");

    [HttpGet("texts.json")]
    public IActionResult Texts(Guid id, string key) => shelf.Find(id, staff.UserName) is { IsOpen: true } trial
        ? Fresh(JsonSerializer.Serialize(BrowserTexts.Of(trial.Content.Dictionaries, key, ScreenLanguages.Current.Tag, withBuilder: false), Readable), "application/json")
        : NotFound();

    private async Task<(Trial Trial, PublishedForm Form)?> FindAsync(Guid id, string key, int version, CancellationToken stop) =>
        shelf.Find(id, staff.UserName) is { IsOpen: true } trial && await trial.World.Content.FindFormVersionAsync(key, version, stop) is { } form
            ? (trial, form)
            : null;

    private ContentResult Fresh(string text, string type)
    {
        Response.Headers.CacheControl = "no-store";
        return Content(text, type + "; charset=utf-8");
    }
}
