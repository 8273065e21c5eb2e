using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>The assignment table of the plan's draft, row by row.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class RulesController(RuleDesk desk) : Controller
{
    private const string Address = "/designer/plan/rules";

    [HttpGet(Address)]
    public async Task<IActionResult> Index(CancellationToken stop) => View("Rules", await desk.ReadAsync(stop));

    [HttpGet(Address + "/new")]
    public async Task<IActionResult> New(CancellationToken stop) => View("Rule", await desk.OpenAsync(null, stop));

    [HttpGet(Address + "/row/{key}")]
    public async Task<IActionResult> Open(string key, CancellationToken stop) =>
        await desk.OpenAsync(key, stop) is { } page ? View("Rule", page) : NotFound();

    /// <summary>Keeps the row in the draft, or shows its form with a part more or less.</summary>
    [HttpPost(Address + "/row")]
    public async Task<IActionResult> Save(RuleInput input, string? act, CancellationToken stop)
    {
        ModelState.Clear(); // what was bound is shown again, not what was typed over it
        if (act is not "save")
            return View("Rule", await desk.AgainAsync(RuleParts.Change(input, act ?? ""), stop));

        var page = await desk.SaveAsync(RuleParts.Change(input, ""), stop);
        if (page.IsKept && page.Problems.All(p => p.IsWarning))
            return LocalRedirect($"{Address}#row-{page.Input.Key}");
        Response.StatusCode = page.IsStale ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return View("Rule", page);
    }

    [HttpPost(Address + "/arrange")]
    public async Task<IActionResult> Arrange(string? key, string? act, string? basedOn, CancellationToken stop)
    {
        if (await desk.ArrangeAsync(key ?? "", act ?? "", basedOn ?? "", stop))
            return LocalRedirect($"{Address}#row-{key}");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Rules", await desk.ReadAsync(stop) with { IsStale = true });
    }
}
