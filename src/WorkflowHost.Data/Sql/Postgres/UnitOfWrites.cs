namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>A unit waiting for a writer.</summary>
internal sealed class UnitOfWrites(IReadOnlyList<Write> writes)
{
    private readonly TaskCompletionSource<CommitOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Write> Writes { get; } = writes;

    public Task<CommitOutcome> Outcome => _done.Task;

    public void Acknowledge(CommitOutcome outcome) => _done.TrySetResult(outcome);

    public void Fail(Exception error) => _done.TrySetException(error);
}
