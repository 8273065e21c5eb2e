using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Indicators;

/// <summary>The list behind a number: as many rows as the number says.</summary>
public sealed record IndicatorPage(IndicatorFigure Figure, PageOf<IndicatorEvidence> Rows);

/// <summary>One row of the list.</summary>
/// <param name="Title">Of the case: its name, or its folio for those who may not read names; null without a case.</param>
/// <param name="Unit">Which of <paramref name="Units"/> this row stands for when a fact counts several.</param>
public sealed record IndicatorEvidence(
    DateOnly Date, Guid? CaseId, string? Title, string? Folio, string? Site, string? Subject, int Unit, int Units, bool MayOpen);
