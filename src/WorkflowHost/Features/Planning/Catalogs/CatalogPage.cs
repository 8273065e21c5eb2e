using WorkflowHost.Features.Planning.Things;

namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>One list of choices.</summary>
/// <param name="Published">Values in force: they can be retired, not deleted.</param>
public sealed record CatalogPage(
    string Name, string Base, bool IsDraft, IReadOnlyList<CatalogEntry> Entries, IReadOnlySet<string> Published, IReadOnlyList<PlanUse> Uses)
{
    public IReadOnlyList<CatalogProblem> Problems { get; init; } = [];

    public string? Refusal { get; init; }

    public bool IsSaved { get; init; }

    /// <summary>Translations that somebody else changed meanwhile and that were left as they are.</summary>
    public int StaleWords { get; init; }
}

/// <param name="Translations">By language, without Spanish.</param>
public sealed record CatalogEntry(string Value, string Label, bool IsRetired, IReadOnlyDictionary<string, string> Translations);

/// <param name="Row">From 0; -1 for the whole list.</param>
/// <param name="Text">Key of the sentence.</param>
public sealed record CatalogProblem(int Row, string Text, string Value);

public sealed record CatalogListPage(IReadOnlyList<CatalogRow> Catalogs)
{
    public string? NewName { get; init; }

    public bool IsRefused { get; init; }
}

public sealed record CatalogRow(string Name, int Entries, bool IsDraft);
