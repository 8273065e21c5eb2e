namespace WorkflowHost.Cases.Tasks;

/// <summary>Life of a task.</summary>
public enum TaskState
{
    /// <summary>Somebody has to do it; its bookmark waits.</summary>
    Open,

    /// <summary>Done by a submission.</summary>
    Completed,

    /// <summary>No longer needed.</summary>
    Cancelled,
}
