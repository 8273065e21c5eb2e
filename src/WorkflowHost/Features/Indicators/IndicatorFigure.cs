namespace WorkflowHost.Features.Indicators;

/// <summary>A number with its way there.</summary>
/// <param name="Days">Running total per day that had something, earliest first.</param>
/// <param name="Target">What is aimed at, or null.</param>
public sealed record IndicatorFigure(string Key, string Title, long Value, IReadOnlyList<DayTotal> Days, long? Target);

/// <param name="Total">Of all days up to this one.</param>
public sealed record DayTotal(DateOnly Day, long Total);
