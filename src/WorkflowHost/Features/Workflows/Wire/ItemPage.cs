namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>One page of a list.</summary>
/// <param name="Links">Of the list itself; null where the list has none.</param>
public sealed record ItemPage<T>(IReadOnlyList<T> Items, long TotalCount, IReadOnlyList<Link>? Links = null);
