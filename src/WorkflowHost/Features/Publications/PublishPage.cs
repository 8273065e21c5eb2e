namespace WorkflowHost.Features.Publications;

/// <summary>What waits to be published, and what is wrong with it.</summary>
/// <param name="Mistakes">Of the chosen; null before they were checked.</param>
public sealed record PublishPage(IReadOnlyList<PublishRow> Rows, IReadOnlyList<MistakeRow>? Mistakes)
{
    public string Note { get; init; } = "";

    /// <summary>Nothing was published because of the mistakes.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Titles of what changed between seeing and publishing; empty when nothing did.</summary>
    public IReadOnlyList<string> Stale { get; init; } = [];

    /// <summary>Publish was pressed with nothing chosen.</summary>
    public bool IsEmpty { get; init; }

    public bool HasErrors => Mistakes?.Any(row => !row.Mistake.IsWarning) == true;
}
