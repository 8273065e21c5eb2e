namespace WorkflowHost.Cases.Tasks;

/// <summary>Order of the inbox; stored as its number, so that it sorts.</summary>
public enum TaskPriority
{
    /// <summary>When there is time.</summary>
    Low = 0,

    /// <summary>The default.</summary>
    Normal = 1,

    /// <summary>Before others.</summary>
    High = 2,

    /// <summary>Now.</summary>
    Urgent = 3,
}
