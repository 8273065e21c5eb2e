using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Start;

/// <summary>What a person may begin by filling a form.</summary>
[Authorize(Permissions.StartForms)]
public sealed class StartController(StartShelf shelf, SubmissionDoor door) : Controller
{
    [HttpGet("/start")]
    public IActionResult Index() => View(shelf.All());

    [HttpGet("/start/{form}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public IActionResult Open(string form) => shelf.Find(form) is { } page ? View("Start", page) : NotFound();

    [HttpPost("/api/start/{form}/submission")]
    [RequestSizeLimit(SubmissionDoor.MaxBodyBytes)]
    public Task<IActionResult> Submit(
        string form, int? version, [FromBody] SubmissionRequest request,
        [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken stop) =>
        door.SubmitAsync(new SubmissionTarget.StartForm(form, version), request, key, stop);
}
