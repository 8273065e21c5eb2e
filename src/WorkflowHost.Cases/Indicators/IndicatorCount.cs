namespace WorkflowHost.Cases.Indicators;

/// <summary>A number and how many facts it rests on.</summary>
public readonly record struct IndicatorCount(long Value, long Facts);
