namespace WorkflowHost.Data;

/// <summary>Life of an outbox message.</summary>
public enum OutboxState
{
    /// <summary>To be carried out once it is due.</summary>
    Pending,

    /// <summary>Carried out; the payload is gone.</summary>
    Done,

    /// <summary>Given up; somebody has to look.</summary>
    Dead,
}
