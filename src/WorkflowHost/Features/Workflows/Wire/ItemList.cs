namespace WorkflowHost.Features.Workflows.Wire;

/// <summary>A whole list.</summary>
public sealed record ItemList<T>(IReadOnlyList<T> Items)
{
    public int Count => Items.Count;
}
