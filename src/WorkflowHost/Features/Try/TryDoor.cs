using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Try;

/// <summary>Tells the form script in its own terms what became of answers in a trial.</summary>
public sealed class TryDoor(IStringLocalizer<Texts> texts)
{
    /// <param name="next">Where the script goes when the answers were taken.</param>
    public IActionResult Tell(SubmissionAnswer answer, Func<SubmissionAnswer.Accepted, string> next) => answer switch
    {
        SubmissionAnswer.Accepted accepted => new OkObjectResult(new { next = next(accepted) }),
        SubmissionAnswer.Invalid invalid => new ContentResult
        {
            StatusCode = StatusCodes.Status400BadRequest,
            ContentType = "application/json; charset=utf-8",
            Content = new Formio.ValidationErrorBody(invalid.Result.Errors).ToJson().ToJsonString(),
        },
        _ => new ObjectResult(new ProblemDetails { Status = StatusCodes.Status409Conflict, Title = Words(answer) }) { StatusCode = StatusCodes.Status409Conflict },
    };

    /// <summary>Why answers were not taken, in words.</summary>
    public string Words(SubmissionAnswer answer) => answer switch
    {
        SubmissionAnswer.Invalid invalid => string.Join("; ", invalid.Result.Errors.Take(5).Select(error => $"{error.Label}: {error.Message}")),
        SubmissionAnswer.Conflict conflict => texts["conflict." + conflict.Code],
        SubmissionAnswer.Forbidden => texts["form.notYours"],
        _ => texts["form.gone"],
    };
}
