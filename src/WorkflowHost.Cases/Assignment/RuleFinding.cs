namespace WorkflowHost.Cases.Assignment;

/// <summary>A remark about one row.</summary>
/// <param name="Index">Where the row stands, from 0.</param>
/// <param name="Rule">Its key.</param>
/// <param name="Flag">The remark.</param>
/// <param name="Because">Keys of the rows that make it so.</param>
public sealed record RuleFinding(int Index, string Rule, RuleFlag Flag, IReadOnlyList<string> Because);
