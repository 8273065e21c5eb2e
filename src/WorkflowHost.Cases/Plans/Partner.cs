namespace WorkflowHost.Cases.Plans;

/// <summary>
/// An agency that referrals go to or donations come from: its kind and services in free words, how to reach it, and the
/// webhook source by which it answers (null: staff write its answer down).
/// </summary>
public sealed record Partner(
    string Key, LocalizedText Title, string? Kind, IReadOnlyList<string> Services, string? Contact = null, string? Source = null);
