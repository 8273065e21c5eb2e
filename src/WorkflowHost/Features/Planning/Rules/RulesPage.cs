using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;

namespace WorkflowHost.Features.Planning.Rules;

/// <summary>The assignment table.</summary>
/// <param name="Draft">The plan as it stands.</param>
/// <param name="Rows">The rows in their order.</param>
/// <param name="Hole">A family that no row places, in words; null when none was found.</param>
public sealed record RulesPage(PlanDraft Draft, IReadOnlyList<RuleRow> Rows, string? Hole)
{
    /// <summary>False when rows keep one from saying that every family is covered.</summary>
    public bool CoverageJudged { get; init; }

    /// <summary>Somebody changed the plan meanwhile; what was asked was not done.</summary>
    public bool IsStale { get; init; }
}

/// <param name="If">When it holds, in words.</param>
/// <param name="Then">What it does, in words.</param>
/// <param name="Flags">What is remarkable about it, in words.</param>
/// <param name="Mistakes">What keeps the plan from being published, in words.</param>
/// <param name="People">People who hold a place by it.</param>
public sealed record RuleRow(
    AssignmentRule Rule, string Title, string If, string Then, string Reason,
    IReadOnlyList<string> Flags, IReadOnlyList<string> Mistakes, int People);
