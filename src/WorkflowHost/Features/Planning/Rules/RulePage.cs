using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>One row of the assignment table with the lists its form chooses from.</summary>
/// <param name="Input">What stands in the form.</param>
/// <param name="Plan">The draft, as far as it can be understood.</param>
/// <param name="Words">The row as a sentence; null while it is not one yet.</param>
/// <param name="Problems">Its mistakes and warnings, by path below the row.</param>
public sealed record RulePage(RuleInput Input, Plan Plan, string? Words, IReadOnlyList<PlanProblem> Problems)
{
    /// <summary>Values of the catalogs by name: value to label.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Catalogs { get; init; }

    public bool IsStale { get; init; }

    public bool IsKept { get; init; }

    /// <summary>What is wrong at a member of the row, in words.</summary>
    public IEnumerable<string> At(string path) => Problems
        .Where(p => p.Path == path || p.Path.StartsWith(path + ".", StringComparison.Ordinal) || p.Path.StartsWith(path + "[", StringComparison.Ordinal))
        .Select(Say);

    public static string Say(PlanProblem problem) => MistakeWords.Of(new ContentMistake("", problem.Path, problem.Code, problem.Message));
}
