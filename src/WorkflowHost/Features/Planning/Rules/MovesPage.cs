namespace WorkflowHost.Features.Planning.Rules;

/// <summary>What the draft would change for those who have a place now. Nothing is done.</summary>
/// <param name="Groups">Families that were looked at.</param>
/// <param name="Moving">How many families the draft decides otherwise and would place elsewhere.</param>
/// <param name="Waiting">How many it decides otherwise and finds no place for: they need a person.</param>
/// <param name="Rows">By row of the draft: families and people it would move.</param>
/// <param name="Families">The families; only those this person may read.</param>
/// <param name="Hidden">How many more there are that this person may not read.</param>
public sealed record MovesPage(
    int Groups, int Moving, int Waiting, IReadOnlyList<(string Title, int Families, int People)> Rows, IReadOnlyList<MovingFamily> Families, int Hidden)
{
    /// <summary>A script of the draft failed: its message.</summary>
    public string? Failure { get; init; }

    public bool IsDraft { get; init; }
}

/// <param name="CaseId">The first of them.</param>
/// <param name="To">Where, or null when they need a person.</param>
public sealed record MovingFamily(Guid CaseId, string Title, string Folio, int People, string From, string? To, string Rule, string Reason);
