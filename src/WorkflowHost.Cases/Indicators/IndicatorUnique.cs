namespace WorkflowHost.Cases.Indicators;

/// <summary>What an indicator counts once only.</summary>
public enum IndicatorUnique
{
    /// <summary>Every fact counts.</summary>
    None,

    /// <summary>The earliest fact of each case counts.</summary>
    Case,

    /// <summary>The earliest fact of each subject counts.</summary>
    Subject,
}
