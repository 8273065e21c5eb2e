namespace WorkflowHost.Cases.Plans;

/// <summary>A state of a case type; <paramref name="Open"/> says whether work on the case goes on in it.</summary>
public sealed record CaseState(string Key, LocalizedText Title, bool Open);
