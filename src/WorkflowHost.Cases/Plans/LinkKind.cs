namespace WorkflowHost.Cases.Plans;

/// <summary>A way in which a case of one type belongs to a case of another, and the roles the second may have in it.</summary>
public sealed record LinkKind(
    string Key, string From, string To, LocalizedText Title, IReadOnlyList<string> Roles);
