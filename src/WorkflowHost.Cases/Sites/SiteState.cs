namespace WorkflowHost.Cases.Sites;

/// <summary>Life of a site; only an open one receives people.</summary>
public enum SiteState
{
    /// <summary>Not yet prepared.</summary>
    Planned,

    /// <summary>Receives people.</summary>
    Open,

    /// <summary>Receives nobody new; people are leaving.</summary>
    Closing,

    /// <summary>Empty.</summary>
    Closed,

    /// <summary>Repaired.</summary>
    Restored,

    /// <summary>Given back to its owner.</summary>
    Returned,
}
