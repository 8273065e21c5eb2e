using System.Runtime.ExceptionServices;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// A number that a synchronous caller waits for. It goes through the writer like everything else: a second writing
/// connection would have to fight it for the lock.
/// </summary>
internal sealed class NumberJob(Statement statement, object?[] values) : WriterJob, IDisposable
{
    private readonly ManualResetEventSlim _done = new();
    private long _number;
    private Exception? _error;

    public override bool Run(SqliteLane lane)
    {
        _number = lane.Query(statement, values, reader => reader.GetInt64(0)).Single();
        return true;
    }

    public override void Acknowledge() => _done.Set();

    public override void Fail(Exception error)
    {
        _error ??= error;
        _done.Set();
    }

    /// <summary>Blocks for one commit; the writer is a thread of its own and waits for nobody.</summary>
    public long Wait()
    {
        _done.Wait();
        if (_error is not null)
            ExceptionDispatchInfo.Throw(_error);
        return _number;
    }

    public void Dispose() => _done.Dispose();
}
