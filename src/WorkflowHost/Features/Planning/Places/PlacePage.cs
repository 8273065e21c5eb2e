using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>One site with its form.</summary>
/// <param name="Input">What stands in the form.</param>
/// <param name="Plan">The draft, as far as it can be understood.</param>
/// <param name="Limits">How many people it carries; null for a site that is not in the draft yet.</param>
/// <param name="Problems">Its mistakes and warnings, by path below the site.</param>
/// <param name="Taken">People who hold a place, by segment.</param>
public sealed record PlacePage(
    SiteInput Input, Plan Plan, SiteLimits? Limits, IReadOnlyList<PlanProblem> Problems, IReadOnlyDictionary<string, int> Taken)
{
    public bool IsStale { get; init; }

    public bool IsKept { get; init; }

    /// <summary>What is wrong at a member of the site, in words.</summary>
    public IEnumerable<string> At(string path) => Problems.Where(p => p.Path == path).Select(Say);

    public static string Say(PlanProblem problem) => MistakeWords.Of(new ContentMistake("", problem.Path, problem.Code, problem.Message));
}
