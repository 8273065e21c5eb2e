using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Headers;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Running;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <summary>The forms of a trial, filled by hand with the real renderer and judged by the real server, or filled automatically.</summary>
[Authorize(StaffFeature.AnyDesigner)]
public sealed class TryFormsController(TrialShelf shelf, TryDoor door, CurrentStaff staff) : Controller
{
    [HttpGet("/designer/try/{id:guid}/start/{form}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public async Task<IActionResult> Start(
        Guid id, string form, [FromQuery(Name = "base")] string? family, int? people, long? seed, string? site, bool byHand, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        return await RoomReader.FamilyAsync(trial, form, new FamilyChoice(family, people, seed ?? 1, site), byHand, stop) is { } page
            ? View("Family", page)
            : NotFound();
    }

    [HttpPost("/designer/try/{id:guid}/start/{form}")]
    public async Task<IActionResult> Fill(
        Guid id, string form, [FromForm(Name = "base")] string? family, int? people, long? seed, string? site, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        var choice = new FamilyChoice(family, people, seed ?? 1, site);
        if (await RoomReader.FamilyAsync(trial, form, choice, byHand: false, stop) is not { } page)
            return NotFound();
        var filled = trial.FillStart(page.Form, RoomReader.Begun(page), choice.Seed, choice.People);
        if (!filled.IsValid)
            return Refused(page, [.. filled.Unfilled.Select(field => $"{field.Label}: {field.Message}")]);
        var answer = await trial.StartAsync(form, filled.Data, site, ScreenLanguages.Current.Tag, stop);
        return answer is SubmissionAnswer.Accepted ? LocalRedirect($"/designer/try/{id}") : Refused(page, [door.Words(answer)]);
    }

    [HttpPost("/api/designer/try/{id:guid}/start/{form}")]
    [RequestSizeLimit(SubmissionDoor.MaxBodyBytes)]
    public async Task<IActionResult> Submit(Guid id, string form, [FromBody] SubmissionRequest request, CancellationToken stop) =>
        Open(id) is { } trial && request.Data is { } data
            ? door.Tell(await trial.StartAsync(form, data, request.Site, ScreenLanguages.Current.Tag, stop), _ => $"/designer/try/{id}")
            : door.Tell(new SubmissionAnswer.NotFound(), _ => "");

    [HttpGet("/designer/try/{id:guid}/tasks/{task:guid}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public async Task<IActionResult> Show(Guid id, Guid task, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        return await RoomReader.TaskAsync(trial, task, stop) is { } page ? View("Task", page) : LocalRedirect($"/designer/try/{id}");
    }

    [HttpPost("/api/designer/try/{id:guid}/tasks/{task:guid}")]
    [RequestSizeLimit(SubmissionDoor.MaxBodyBytes)]
    public async Task<IActionResult> Answer(Guid id, Guid task, [FromBody] SubmissionRequest request, CancellationToken stop) =>
        Open(id) is { } trial && request.Data is { } data
            ? door.Tell(await trial.AnswerAsync(task, data, ScreenLanguages.Current.Tag, stop), _ => $"/designer/try/{id}")
            : door.Tell(new SubmissionAnswer.NotFound(), _ => "");

    private ViewResult Refused(FamilyPage page, IReadOnlyList<string> trouble)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Family", page with { Trouble = trouble });
    }

    private Trial? Open(Guid id) => shelf.Find(id, staff.UserName) is { IsOpen: true } trial ? trial : null;
}
