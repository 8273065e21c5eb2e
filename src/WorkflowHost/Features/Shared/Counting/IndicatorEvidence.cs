namespace WorkflowHost.Features.Shared.Counting;

/// <summary>One row of the list behind a number.</summary>
/// <param name="Title">Of the case: its name, or its folio for those who may not read names; null without a case.</param>
/// <param name="Unit">Which of <paramref name="Units"/> this row stands for when a fact counts several.</param>
public sealed record IndicatorEvidence(
    DateOnly Date, Guid? CaseId, string? Title, string? Folio, string? Site, string? Subject, int Unit, int Units, bool MayOpen);
