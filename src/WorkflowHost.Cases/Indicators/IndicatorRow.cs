namespace WorkflowHost.Cases.Indicators;

/// <summary>
/// One row of the list behind a number. A fact that counts n stands there n times, as <paramref name="Unit"/> 1 … n
/// of <paramref name="Units"/>; the list has exactly as many rows as the number says.
/// </summary>
public sealed record IndicatorRow(IndicatorFact Fact, int Unit, int Units);
