using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Access.People;

/// <summary>Pages about the people who sign in.</summary>
[Authorize(Permissions.ManageUsers)]
public sealed class PeopleController(PeopleDesk desk, GrantDesk grants) : Controller
{
    [HttpGet("/administration/people")]
    public async Task<IActionResult> Index(string? q, CancellationToken stop, bool gone = false, int page = 1) =>
        View("People", new PeoplePage(await desk.ListAsync(q, !gone, page, stop), q, gone, new PersonDraft(), IsRefused: false));

    [HttpPost("/administration/people")]
    public async Task<IActionResult> Add(PersonDraft draft, CancellationToken stop)
    {
        if (ModelState.IsValid && await desk.AddAsync(draft, stop) is { } made)
            return await Show(made.Id, LinkOf(made.Token), null, stop);

        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("People", new PeoplePage(await desk.ListAsync(null, true, 1, stop), null, false, draft, IsRefused: true));
    }

    [HttpGet("/administration/people/{id:guid}")]
    public Task<IActionResult> Open(Guid id, CancellationToken stop) => Show(id, null, null, stop);

    [HttpPost("/administration/people/{id:guid}/grants")]
    public async Task<IActionResult> Give(Guid id, string? role, string? site, CancellationToken stop) =>
        await Answer(id, await grants.GiveAsync(id, role, site, stop), stop);

    [HttpPost("/administration/people/{id:guid}/grants/{grantId:guid}/withdrawal")]
    public async Task<IActionResult> Take(Guid id, Guid grantId, CancellationToken stop) =>
        await Answer(id, await grants.TakeAsync(id, grantId, stop), stop);

    [HttpPost("/administration/people/{id:guid}/active")]
    public async Task<IActionResult> SetActive(Guid id, bool isActive, CancellationToken stop) =>
        await Answer(id, await desk.SetActiveAsync(id, isActive, stop), stop);

    [HttpPost("/administration/people/{id:guid}/link")]
    public async Task<IActionResult> Invite(Guid id, CancellationToken stop) =>
        await desk.FindAsync(id, stop) is { IsActive: true } ? await Show(id, LinkOf(await desk.InviteAsync(id, stop)), null, stop) : NotFound();

    private async Task<IActionResult> Answer(Guid id, string? refusal, CancellationToken stop)
    {
        if (refusal is null)
            return LocalRedirect($"/administration/people/{id}");

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Show(id, null, refusal, stop);
    }

    private async Task<IActionResult> Show(Guid id, string? link, string? refusal, CancellationToken stop)
    {
        // The link is a key to somebody's account: no copy of this answer stays behind.
        Response.Headers.CacheControl = "no-store";
        return await desk.OpenAsync(id, link, refusal, stop) is { } page ? View("Person", page) : NotFound();
    }

    private string LinkOf(string token) => $"{Request.Scheme}://{Request.Host}/invitation?token={token}";
}
