using System.Data.Common;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>An UPDATE … RETURNING.</summary>
internal sealed class ClaimJob<T>(Statement statement, object?[] values, Func<DbDataReader, T> read) : WriterJob
{
    private readonly TaskCompletionSource<IReadOnlyList<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IReadOnlyList<T> _rows = [];

    public Task<IReadOnlyList<T>> Rows => _done.Task;

    public override bool Run(SqliteLane lane)
    {
        _rows = lane.Query(statement, values, read);
        return true;
    }

    public override void Acknowledge() => _done.TrySetResult(_rows);

    public override void Fail(Exception error) => _done.TrySetException(error);
}
