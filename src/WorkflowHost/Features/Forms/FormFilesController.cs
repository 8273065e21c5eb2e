using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms;

/// <summary>
/// What the renderer needs of one form version. A version never changes, so a browser keeps these files; they hold the
/// questions and never an answer. Everybody signed in may read them.
/// </summary>
[Authorize]
public sealed class FormFilesController(PublishedContent content, BrowserTexts texts) : Controller
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="language">In the address, so that each language is kept by itself.</param>
    [HttpGet("/forms/{key}/{version:int}/form.json")]
    public async Task<IActionResult> Definition(string key, int version, CancellationToken stop, string language = "es")
    {
        if (await content.FindFormVersionAsync(key, version, stop) is not { } form)
            return NotFound();

        var words = content.Current.Dictionaries.ForForm(key).GetValueOrDefault(language);
        return Kept(version, RenderedForm.Of(form.Json, words ?? new Dictionary<string, string>()), "application/json");
    }

    [HttpGet("/forms/{key}/{version:int}/expressions.js")]
    public async Task<IActionResult> Expressions(string key, int version, CancellationToken stop) =>
        await content.FindFormVersionAsync(key, version, stop) is { } form ? Kept(version, ExpressionScript.Of(form.Json), "text/javascript") : NotFound();

    /// <summary>Words of the form and of the renderer in the language asked for, else of the screen; these may be mended, so they are asked for each time.</summary>
    [HttpGet("/forms/{key}/{version:int}/texts.json")]
    public IActionResult Texts(string key, int version, bool builder = false, string? language = null)
    {
        var tag = ScreenLanguages.All.FirstOrDefault(one => one.Tag == language)?.Tag ?? ScreenLanguages.Current.Tag;
        Response.Headers.CacheControl = "no-cache";
        return Content(JsonSerializer.Serialize(texts.Of(key, tag, builder), Readable), "application/json; charset=utf-8");
    }

    // Version 0 is a draft, which is still being changed.
    private ContentResult Kept(int version, string text, string type)
    {
        Response.Headers.CacheControl = version == 0 ? "no-store" : "private, max-age=31536000, immutable";
        return Content(text, type + "; charset=utf-8");
    }
}
