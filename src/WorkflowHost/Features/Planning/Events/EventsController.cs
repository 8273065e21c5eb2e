using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Planning.Things;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Events;

/// <summary>The events that endpoints can subscribe to: a list of dotted words.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class EventsController(PlanDrafts drafts, PlanUses uses, CurrentStaff staff) : Controller
{
    private static readonly char[] Between = ['\n', '\r', ',', ' '];

    [HttpGet("/designer/plan/events")]
    public async Task<IActionResult> Index(CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        return View("Events", new EventsPage(draft.Base, string.Join('\n', Known(draft.Json)), draft.At("events"), []) { IsSaved = Request.Query.ContainsKey("saved") });
    }

    [HttpPost("/designer/plan/events")]
    public async Task<IActionResult> Save(string? basedOn, string? events, CancellationToken stop)
    {
        var entered = (events ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        var draft = await drafts.OpenAsync(stop);
        var used = new List<EventUse>();
        foreach (var gone in Known(draft.Json).Except(entered, StringComparer.Ordinal))
            used.AddRange((await uses.OfAsync(UseKind.Event, gone, draft, stop)).Select(use => new EventUse(gone, use)));
        var page = new EventsPage(draft.Base, events ?? "", [], used);
        if (used.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Events", page with { Refusal = "plan.inUse" });
        }

        var saved = await drafts.ChangeAsync(
            basedOn ?? "", plan => plan["events"] = new JsonArray([.. entered.Select(one => (JsonNode)JsonValue.Create(one))]), staff.UserName, stop);
        if (saved is PlanSaved.Kept)
            return LocalRedirect("/designer/plan/events?saved=1");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Events", page with { Refusal = "plan.stale" });
    }

    private static IReadOnlyList<string> Known(JsonObject plan) => ThingPage.WordsOf(plan["events"]);
}
