namespace WorkflowHost.Cases.Indicators;

/// <summary>What an indicator adds up.</summary>
public enum IndicatorMeasure
{
    /// <summary>One per fact.</summary>
    Count,

    /// <summary>The fact's quantity.</summary>
    Sum,
}
