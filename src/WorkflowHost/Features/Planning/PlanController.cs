using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Access;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning;

/// <summary>The plan's draft as a whole: what it holds, publishing it, throwing it away.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class PlanController(PlanDrafts drafts, PublishedContent content, ContentPublishing publishing, CurrentStaff staff) : Controller
{
    [HttpGet("/designer/plan")]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Index", new PlanPage(await drafts.OpenAsync(stop), []));

    [HttpPost("/designer/plan/publish")]
    public async Task<IActionResult> Publish(string? basedOn, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        if (draft.Base != basedOn || !draft.IsDraft)
            return Conflicting(draft);
        // Who may not grant roles may not widen them either, and nobody widens their own.
        if (!JsonNode.DeepEquals(draft.Json["roles"], JsonNode.Parse(content.Plan.Json)!["roles"])
            && (!staff.May(Permissions.ManageUsers) || AccessGrowth.Grows(content.Plan.Json, ContentText.Of(draft.Json), staff.Grants)))
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return View("Index", new PlanPage(draft, []) { NeedsAdministrator = true });
        }

        var answer = await publishing.PublishPlanAsync(ContentText.Of(draft.Json), staff.UserName, stop);
        if (!answer.IsPublished)
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("Index", new PlanPage(await drafts.OpenAsync(stop), answer.Mistakes) { Published = answer.Version });
    }

    [HttpPost("/designer/plan/drop")]
    public async Task<IActionResult> Drop(string? basedOn, CancellationToken stop) =>
        await drafts.DropAsync(basedOn ?? "", staff.UserName, stop)
            ? LocalRedirect("/designer/plan")
            : Conflicting(await drafts.OpenAsync(stop));

    private ViewResult Conflicting(PlanDraft draft)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", new PlanPage(draft, []) { IsStale = true });
    }
}
