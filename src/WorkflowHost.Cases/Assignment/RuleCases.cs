namespace WorkflowHost.Cases.Assignment;

/// <summary>
/// Which case types the conditions ask about: <c>"assignmentCases": {"people": "persona", "household": "hogar"}</c>.
/// Null where the plan does not say; then any field of any type may be named.
/// </summary>
public sealed record RuleCases(string? People, string? Household);
