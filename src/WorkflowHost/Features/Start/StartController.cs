using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Start;

/// <summary>What a person may begin by filling a form.</summary>
[Authorize(Permissions.StartForms)]
public sealed class StartController(StartShelf shelf, BegunForms begun, SubmissionDoor door) : Controller
{
    [HttpGet("/start")]
    public IActionResult Index() => View(shelf.All());

    [HttpGet("/start/{form}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public async Task<IActionResult> Open(string form, [FromQuery(Name = "begun")] string? proof, CancellationToken stop)
    {
        if (proof is not null && begun.Read(proof, User, form) is { } before && await shelf.ContinueAsync(before, proof, stop) is { } earlier)
            return View("Start", earlier);
        if (shelf.Find(form) is { } page)
            return View("Start", page);
        if (shelf.FindRetired(form) is not { } retired)
            return NotFound();
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Retired", retired);
    }

    [HttpPost("/api/start/{form}/submission")]
    [RequestSizeLimit(SubmissionDoor.MaxBodyBytes)]
    public Task<IActionResult> Submit(
        string form, int? version, [FromBody] SubmissionRequest request,
        [FromHeader(Name = "Idempotency-Key")] string? key, CancellationToken stop) =>
        door.SubmitAsync(Target(form, version, request.Begun), request, key, stop);

    private SubmissionTarget Target(string form, int? version, string? proof) =>
        proof is not null && begun.Read(proof, User, form) is { } before
            ? new SubmissionTarget.StartForm(form, before.Version, new FormBegun(before.DefinitionVersionId, before.At))
            : new SubmissionTarget.StartForm(form, version);
}
