using Formio;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Layout;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Shared.Forms;

/// <summary>
/// Where answers of a form enter: hands them to the runtime and tells the script in its own terms what became of them.
/// </summary>
public sealed class SubmissionDoor(FormSubmissions submissions, CurrentStaff staff, NextStep next, ScreenTime time, IStringLocalizer<Texts> texts)
{
    /// <summary>Largest request body, in bytes: a long form with a signature or a few small photographs.</summary>
    public const int MaxBodyBytes = 4 * 1024 * 1024;

    public async Task<IActionResult> SubmitAsync(
        SubmissionTarget target, SubmissionRequest request, string? idempotencyKey, CancellationToken stop)
    {
        if (request.Data is not { } data || idempotencyKey is not { Length: >= 8 and <= 200 })
            return Tell(StatusCodes.Status422UnprocessableEntity, "form.malformed");

        await staff.LoadAsync(stop);
        var answer = await submissions.SubmitAsync(
            new FormSubmission
            {
                Target = target,
                Data = data,
                IdempotencyKey = $"{staff.UserName}:{idempotencyKey}",
                By = new Submitter(staff.UserName, staff.Grants),
                Site = request.Site,
                Language = ScreenLanguages.Current.Tag,
            },
            stop);
        return answer switch
        {
            SubmissionAnswer.Accepted accepted => Next(await next.AfterAsync(accepted.SubmissionId, accepted.OpenedTasks, stop), accepted.Warnings),
            SubmissionAnswer.Duplicate known => Next(await next.AfterAsync(known.SubmissionId, [], stop)),
            SubmissionAnswer.Invalid invalid => new ContentResult
            {
                StatusCode = StatusCodes.Status400BadRequest,
                ContentType = "application/json; charset=utf-8",
                Content = new ValidationErrorBody(invalid.Result.Errors).ToJson().ToJsonString(),
            },
            SubmissionAnswer.Conflict conflict => Tell(StatusCodes.Status409Conflict, "conflict." + conflict.Code),
            SubmissionAnswer.NotFound => Tell(StatusCodes.Status404NotFound, "form.gone"),
            SubmissionAnswer.Retired retired => Tell(StatusCodes.Status410Gone, "form.retired", time.Instant(retired.Since)),
            SubmissionAnswer.Forbidden => Tell(StatusCodes.Status403Forbidden, "form.notYours"),
            _ => throw new InvalidOperationException($"Unknown answer {answer}."),
        };
    }

    private static OkObjectResult Next(string address, IReadOnlyList<SubmissionError>? warnings = null) => new(new
    {
        next = address,
        warnings = (warnings ?? []).Select(warning => new { warning.Path, check = warning.RuleName, warning.Message }),
    });

    private ObjectResult Tell(int status, string text, params object[] named) =>
        new(new ProblemDetails { Status = status, Title = texts[text, named] }) { StatusCode = status };
}
