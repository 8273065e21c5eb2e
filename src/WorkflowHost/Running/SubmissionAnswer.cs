using Formio;

namespace WorkflowHost.Running;

/// <summary>What became of a submission. Accepted and Duplicate are durable when they are returned.</summary>
public abstract record SubmissionAnswer
{
    private SubmissionAnswer()
    {
    }

    /// <param name="InstanceId">The instance that was started or continued.</param>
    /// <param name="OpenedTasks">Tasks the burst opened, in order; later ones may follow from background work.</param>
    public sealed record Accepted(Guid SubmissionId, string InstanceId, IReadOnlyList<Guid> OpenedTasks) : SubmissionAnswer
    {
        /// <summary>What looked wrong in the answers; it is in the audit as well, by its place and never by its value.</summary>
        public IReadOnlyList<SubmissionError> Warnings { get; init; } = [];
    }

    /// <summary>The key was used before, with the same content: this is what happened then.</summary>
    public sealed record Duplicate(Guid SubmissionId, string? InstanceId) : SubmissionAnswer;

    /// <summary>The form's rules refuse it; nothing was stored.</summary>
    public sealed record Invalid(SubmissionResult Result) : SubmissionAnswer;

    /// <param name="Code"><c>task.closed</c>, <c>key.reused</c>, <c>instance.busy</c>, <c>workflow.running</c> or <c>place.contended</c>.</param>
    public sealed record Conflict(string Code) : SubmissionAnswer;

    /// <summary>No such task, form or start.</summary>
    public sealed record NotFound : SubmissionAnswer;

    /// <summary>The form is retired and this was not begun before.</summary>
    public sealed record Retired(DateTimeOffset Since) : SubmissionAnswer;

    /// <summary>The submitter's roles do not reach it.</summary>
    public sealed record Forbidden : SubmissionAnswer;
}
