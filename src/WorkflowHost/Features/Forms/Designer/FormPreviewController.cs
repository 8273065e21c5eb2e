using System.Text.Json.Nodes;
using Formio;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>Tries a form: what people will see, what the server would say, and examples to keep.</summary>
[Authorize(Permissions.DesignForms)]
public sealed class FormPreviewController(
    PublishedContent content, FormDesk desk, FormExamples examples, CurrentStaff staff, IStringLocalizer<Texts> texts) : Controller
{
    private const int MaxAnswerBytes = 1024 * 1024;

    [HttpGet("/designer/forms/{key}/preview")]
    [ContentSecurity(ContentSecurityProfile.Preview)]
    public async Task<IActionResult> Index(string key, CancellationToken stop, string language = "es") =>
        await desk.FindAsync(key, stop) is { } form
            ? View("Preview", new FormPreviewPage(
                key, form.Title, form.HasDraft ? 0 : form.Version,
                ScreenLanguages.All.FirstOrDefault(one => one.Tag == language)?.Tag ?? ScreenLanguages.Current.Tag,
                await examples.OfAsync(key, stop)))
            : NotFound();

    [HttpPost("/api/designer/forms/{key}/{version:int}/trial")]
    [RequestSizeLimit(MaxAnswerBytes)]
    public async Task<IActionResult> Try(string key, int version, [FromBody] FormTrial trial, CancellationToken stop)
    {
        if (await content.FindFormVersionAsync(key, version, stop) is not { } form)
            return NotFound();

        var result = examples.Judge(form, trial.Data, trial.Language ?? ScreenLanguages.Current.Tag);
        if (trial.KeepAs?.Trim() is { Length: > 0 and <= 80 } name)
        {
            var example = new FormExample(name, trial.Data, FormExamples.Codes(result));
            if (!await examples.KeepAsync(key, example, staff.UserName, stop))
                return UnprocessableEntity(new { says = texts["examples.tooMany", FormExamples.Most].Value });
            return Ok(new { says = texts["examples.kept", name].Value, example });
        }

        return result.IsValid
            ? Ok(new
            {
                says = texts["trial.accepted"].Value,
                data = result.Data,
                warnings = result.Warnings.Select(warning => new { warning.Path, warning.Message }),
            })
            : BadRequest(new ValidationErrorBody(result.Errors).ToJson());
    }

    [HttpPost("/designer/forms/{key}/examples/forget")]
    public async Task<IActionResult> Forget(string key, string name, string language, CancellationToken stop)
    {
        await examples.ForgetAsync(key, name, staff.UserName, stop);
        return LocalRedirect($"/designer/forms/{key}/preview?language={Uri.EscapeDataString(language)}");
    }
}
