using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>The table tried: on a made-up family, on many, and on those who have a place now.</summary>
[Authorize(Permissions.DesignPlan)]
public sealed class RuleTrialController(RuleTrial trial, RuleMoves moves) : Controller
{
    [HttpGet("/designer/plan/rules/try")]
    public async Task<IActionResult> Open(CancellationToken stop) => View("Try", await trial.OpenAsync(stop));

    /// <summary>Changes nothing: the answer is the page.</summary>
    [HttpPost("/designer/plan/rules/try")]
    public async Task<IActionResult> Try(TrialInput input, string? act, CancellationToken stop)
    {
        ModelState.Clear();
        if (act == "many")
            return View("Try", await trial.TryManyAsync(input, Random.Shared.Next(), stop));
        if (act == "add-person")
            input.People.Add([]);
        else if (act is not null && act.StartsWith("drop-person:", StringComparison.Ordinal)
            && int.TryParse(act["drop-person:".Length..], out var at) && at >= 0 && at < input.People.Count)
            input.People.RemoveAt(at);
        return View("Try", await trial.TryAsync(input, stop));
    }

    [HttpGet("/designer/plan/rules/moves")]
    public async Task<IActionResult> Moves(CancellationToken stop) => View("Moves", await moves.ReadAsync(stop));
}
