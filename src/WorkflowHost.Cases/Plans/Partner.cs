namespace WorkflowHost.Cases.Plans;

/// <summary>An agency that referrals go to or donations come from.</summary>
public sealed record Partner(string Key, LocalizedText Title, string? Kind, IReadOnlyList<string> Services);
