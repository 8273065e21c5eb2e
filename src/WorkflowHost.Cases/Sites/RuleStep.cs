using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Cases.Sites;

/// <summary>One row of the table and what it said.</summary>
public sealed record RuleStep(AssignmentRule Rule, RuleVerdict Verdict);
