namespace WorkflowHost.Features.Planning.Things;

/// <summary>One place where something of the plan is used.</summary>
/// <param name="Kind">What uses it, for a sentence: <c>step</c>, <c>form</c>, <c>indicator</c>, …</param>
/// <param name="Words">Names for that sentence.</param>
/// <param name="Address">Page of what uses it, or null.</param>
public sealed record PlanUse(string Kind, IReadOnlyList<string> Words, string? Address);
