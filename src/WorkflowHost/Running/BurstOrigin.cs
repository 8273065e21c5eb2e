namespace WorkflowHost.Running;

/// <summary>Port through which activities learn what set the burst off, and tell which tasks they opened.</summary>
/// <param name="Submission">Null when it was a timer, an event, another workflow or a person's command.</param>
public sealed record BurstOrigin(SubmissionInHand? Submission)
{
    /// <summary>Tasks opened by the burst, in order.</summary>
    public IList<Guid> OpenedTasks { get; } = [];
}
