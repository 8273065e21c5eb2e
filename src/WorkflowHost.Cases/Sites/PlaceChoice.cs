namespace WorkflowHost.Cases.Sites;

/// <summary>A decision about a place with the way to it, row by row.</summary>
/// <param name="Pool">Where, or null.</param>
/// <param name="Decision">What people are told.</param>
/// <param name="Steps">Every row of the table in its order; empty when a person chose and nothing barred it.</param>
public sealed record PlaceChoice(CapacityPool? Pool, PlaceDecision Decision, IReadOnlyList<RuleStep> Steps);
