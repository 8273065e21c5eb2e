namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>A unit of work: all its statements, or none when one that had to affect a row did not.</summary>
internal sealed class UnitJob(IReadOnlyList<Write> writes) : WriterJob
{
    private readonly TaskCompletionSource<CommitOutcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CommitOutcome _outcome;

    public Task<CommitOutcome> Outcome => _done.Task;

    public override bool Run(SqliteLane lane)
    {
        _outcome = CommitOutcome.Committed;
        foreach (var write in writes)
        {
            if (lane.Execute(write.Statement, write.Values) == 0 && write.IfNone is { } refusal)
            {
                _outcome = new CommitOutcome(refusal, write.Statement.Sql);
                return false;
            }
        }

        return true;
    }

    public override void Acknowledge() => _done.TrySetResult(_outcome);

    public override void Fail(Exception error) => _done.TrySetException(error);
}
