namespace WorkflowHost.Features.Cases;

/// <summary>One field of a case as text.</summary>
public sealed record CaseFact(string Label, string Value);
