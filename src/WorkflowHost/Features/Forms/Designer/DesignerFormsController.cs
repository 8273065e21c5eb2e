using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>The list of forms and the form.io builder.</summary>
[Authorize(Permissions.DesignForms)]
public sealed class DesignerFormsController(
    FormDesk desk, ContentPublishing publishing, PublishedContent content, IStringLocalizer<Texts> texts) : Controller
{
    private const int MaxFormBytes = 2 * 1024 * 1024;

    [HttpGet("/designer/forms")]
    public async Task<IActionResult> Index(string? like, CancellationToken stop) =>
        View("Forms", new FormListPage(await desk.ListAsync(stop), null, null, IsRefused: false) { Like = like });

    [HttpPost("/designer/forms")]
    public async Task<IActionResult> Create(string? key, string? title, string? like, CancellationToken stop)
    {
        if (await desk.CreateAsync(key?.Trim() ?? "", title?.Trim() ?? "", like, stop))
            return LocalRedirect($"/designer/forms/{key?.Trim()}");

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Forms", new FormListPage(await desk.ListAsync(stop), key, title, IsRefused: true) { Like = like });
    }

    [HttpGet("/designer/forms/{key}")]
    [ContentSecurity(ContentSecurityProfile.Builder)]
    public async Task<IActionResult> Edit(string key, CancellationToken stop) =>
        await desk.FindAsync(key, stop) is { } page
            ? View("Builder", page with { Presets = FormPresets.Of(content.Current).ToJsonString() })
            : NotFound();

    /// <summary>The JavaScript inside the presets: a form that takes one up has it before the server has seen the form.</summary>
    [HttpGet("/designer/forms/presets.js")]
    public IActionResult PresetExpressions()
    {
        Response.Headers.CacheControl = "no-cache";
        return Content(ExpressionScript.Of(FormPresets.Of(content.Current).ToJsonString()), "text/javascript; charset=utf-8");
    }

    /// <summary>What publishing would say of the form as it stands in the builder; keeps nothing.</summary>
    [HttpPost("/api/designer/forms/{key}/check")]
    [RequestSizeLimit(MaxFormBytes)]
    public async Task<IActionResult> Check(string key, [FromBody] FormSaving saving, CancellationToken stop)
    {
        if (saving.Form is not { } form)
            return BadRequest();

        form["name"] = key;
        var (_, mistakes) = await publishing.CheckFormAsync(key, JsonText.Of(form), stop);
        var wrong = mistakes.Count(mistake => !mistake.IsWarning);
        var advice = mistakes.Count - wrong;
        return Ok(new
        {
            says = wrong > 0 ? texts["check.mistakes", wrong].Value : advice > 0 ? texts["check.advice", advice].Value : texts["check.clean"].Value,
            problems = Told(mistakes),
        });
    }

    [HttpPut("/api/designer/forms/{key}/draft")]
    [RequestSizeLimit(MaxFormBytes)]
    public async Task<IActionResult> Save(string key, [FromBody] FormSaving saving, CancellationToken stop) =>
        saving.Form is { } form ? Answer(await desk.SaveAsync(key, form, saving.Base, stop)) : BadRequest();

    [HttpPost("/api/designer/forms/{key}/publish")]
    [RequestSizeLimit(MaxFormBytes)]
    public async Task<IActionResult> Publish(string key, [FromBody] FormSaving saving, CancellationToken stop) =>
        saving.Form is { } form ? Answer(await desk.PublishAsync(key, form, saving.Base, stop)) : BadRequest();

    private IActionResult Answer(FormSaved saved) => saved switch
    {
        FormSaved.Kept kept => Ok(new { kept.Base, says = texts["forms.saved"].Value }),
        FormSaved.Published published => Ok(new
        {
            published.Base, published.Version, says = texts["forms.publishedNow", published.Version].Value, problems = Told(published.Advice),
        }),
        FormSaved.Refused refused => UnprocessableEntity(new { says = texts["forms.problems"].Value, problems = Told(refused.Mistakes) }),
        FormSaved.Stale => Conflict(new { says = texts["forms.stale"].Value }),
        FormSaved.NotFound => NotFound(new { says = texts["form.gone"].Value }),
        _ => throw new InvalidOperationException($"Unknown answer {saved}."),
    };

    private static IEnumerable<object> Told(IReadOnlyList<ContentMistake> mistakes) =>
        mistakes.Select(mistake => new { mistake.Path, mistake.Code, message = MistakeWords.Of(mistake), mistake.IsWarning });
}
