using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <summary>Opens a trial, shows its room, and does what the person wants done in it. Nothing here touches real people.</summary>
[Authorize(StaffFeature.AnyDesigner)]
public sealed class TryController(TryDesk desk, TrialShelf shelf, ExampleShelf examples, CurrentStaff staff, IStringLocalizer<Texts> texts) : Controller
{
    private const int LongestHours = 24 * 400;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <param name="draft">Path of the only draft to tick.</param>
    [HttpGet("/designer/try")]
    public async Task<IActionResult> Index(string? draft, CancellationToken stop) => View("Index", await desk.PageAsync(stop) with { Only = draft });

    [HttpPost("/designer/try")]
    public async Task<IActionResult> Open(IReadOnlyList<string>? drafts, bool asNow, string? requests, CancellationToken stop)
    {
        int? status = int.TryParse(requests, out var given) && given is >= 200 and < 600 ? given : requests == "none" ? null : 200;
        if (await desk.OpenAsync(drafts ?? [], asNow, status, stop) is not { } trial)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("Index", await desk.PageAsync(stop) with { IsFull = true });
        }

        await trial.WaitAsync(Patience);
        return Redirect(trial);
    }

    [HttpGet("/designer/try/{id:guid}")]
    public async Task<IActionResult> Room(Guid id, CancellationToken stop) =>
        shelf.Find(id, staff.UserName) is { } trial ? View("Room", await RoomReader.ReadAsync(trial, stop)) : View("Gone");

    [HttpPost("/designer/try/{id:guid}/end")]
    public async Task<IActionResult> End(Guid id)
    {
        await shelf.CloseAsync(id, staff.UserName);
        return LocalRedirect("/designer/try");
    }

    [HttpPost("/designer/try/{id:guid}/tasks/{task:guid}/auto")]
    public async Task<IActionResult> Auto(Guid id, Guid task, long? seed, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        if (await trial.FindTaskAsync(task, stop) is not { } open)
            return Say(trial, texts["try.taskGone"]);
        var filled = await trial.FillTaskAsync(open, seed ?? trial.Effects.Count + open.Id.GetHashCode(), stop);
        if (!filled.IsValid)
            return Say(trial, texts["try.unfillable", open.Title, string.Join("; ", filled.Unfilled.Select(field => $"{field.Label}: {field.Message}"))]);
        return await trial.AnswerAsync(task, filled.Data, ScreenLanguages.Current.Tag, stop) is Running.SubmissionAnswer.Accepted
            ? Redirect(trial)
            : Say(trial, texts["try.refused", open.Title]);
    }

    [HttpPost("/designer/try/{id:guid}/all")]
    public async Task<IActionResult> All(Guid id, long? seed)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        trial.RunToEnd(seed ?? 1);
        await trial.WaitAsync(Patience);
        return Redirect(trial);
    }

    [HttpPost("/designer/try/{id:guid}/time")]
    public async Task<IActionResult> Advance(Guid id, int? hours, bool next, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        if (next && !await trial.AdvanceToNextAsync(stop))
            return Say(trial, texts["try.nothingDue"]);
        if (!next)
            await trial.AdvanceAsync(TimeSpan.FromHours(Math.Clamp(hours ?? 1, 1, LongestHours)), stop);
        return Redirect(trial);
    }

    [HttpPost("/designer/try/{id:guid}/event")]
    public async Task<IActionResult> Tell(Guid id, string name, string? data, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        try
        {
            await trial.TellAsync(name, string.IsNullOrWhiteSpace(data) ? null : JsonNode.Parse(data), stop);
        }
        catch (JsonException)
        {
            return Say(trial, texts["try.notJson"]);
        }

        return Redirect(trial);
    }

    [HttpPost("/designer/try/{id:guid}/simulate")]
    public async Task<IActionResult> Simulate(Guid id, string form, string? site, int families, int days, long seed, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        var bases = (await RoomReader.BasesAsync(trial, form, stop)).Select(example => example.Data).ToList();
        trial.Simulate(new SimulationOrder(form, site, Math.Clamp(families, 1, SimulationOrder.MostFamilies), Math.Clamp(days, 1, 60), seed, bases));
        await trial.WaitAsync(Patience);
        return Redirect(trial);
    }

    [HttpPost("/designer/try/{id:guid}/keep")]
    public async Task<IActionResult> Keep(Guid id, string? title, CancellationToken stop)
    {
        if (Open(id) is not { } trial)
            return View("Gone");
        if (ExampleName.Of(title) is not { } key)
            return Say(trial, texts["try.keep.noName"]);
        var example = await trial.ToExampleAsync(key, title!.Trim(), stop);
        if (example.Steps.Count == 0)
            return Say(trial, texts["try.keep.nothing"]);
        if (!await examples.KeepAsync(example, staff.UserName, stop))
            return Say(trial, texts["try.keep.tooMany", ExampleCases.Most]);
        return LocalRedirect("/designer/try/examples");
    }

    private Trial? Open(Guid id) => shelf.Find(id, staff.UserName) is { IsOpen: true } trial ? trial : null;

    private LocalRedirectResult Redirect(Trial trial) => LocalRedirect($"/designer/try/{trial.Id}");

    private LocalRedirectResult Say(Trial trial, LocalizedString words)
    {
        TempData["said"] = words.Value;
        return Redirect(trial);
    }
}
