namespace WorkflowHost.Data;

/// <summary>Life of a kept stimulus. One that was delivered is gone.</summary>
public enum StimulusState
{
    Waiting,

    /// <summary>Nobody waited for it in its lifetime; a dead letter.</summary>
    Expired,

    /// <summary>Delivering it failed too often; a dead letter.</summary>
    Failed,
}
