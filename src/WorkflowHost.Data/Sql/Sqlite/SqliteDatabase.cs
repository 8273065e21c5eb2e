using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>SQLite: one writer thread with group commit, read-only connections beside it.</summary>
internal sealed class SqliteDatabase : Database
{
    private const int MaxIdleReaders = 16;

    private readonly string _connectionString;
    private readonly ConcurrentBag<SqliteLane> _idle = [];
    private readonly SqliteWriter _writer;

    /// <param name="prepare">Done to the writer's connection whenever it is opened anew.</param>
    public SqliteDatabase(string connectionString, Action<SqliteConnection>? prepare = null)
    {
        _connectionString = connectionString;
        _writer = new SqliteWriter(() =>
        {
            var connection = SqliteConnections.OpenWriter(connectionString);
            prepare?.Invoke(connection);
            return new SqliteLane(connection);
        });
    }

    // Only one writer exists: nothing can be locked.
    public override string SkipLocked => "";

    public override ReadLane Rent()
    {
        if (!_idle.TryTake(out var lane))
            lane = new SqliteLane(SqliteConnections.OpenReader(_connectionString));
        return new SqliteReadLane(lane, GiveBack);
    }

    public override async Task<CommitOutcome> CommitAsync(
        IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var unit = new UnitJob(writes);
        // Once it is queued it happens: giving up waiting would leave the caller not knowing.
        return await _writer.EnqueueAsync(unit, cancellationToken).ConfigureAwait(false)
            ? await unit.Outcome.ConfigureAwait(false)
            : new CommitOutcome(CommitResult.Busy, "writer queue");
    }

    public override async Task<IReadOnlyList<T>> ClaimAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var claim = new ClaimJob<T>(statement, values, read);
        return await _writer.EnqueueAsync(claim, cancellationToken).ConfigureAwait(false)
            ? await claim.Rows.ConfigureAwait(false)
            : []; // as busy as that, there will be another round
    }

    public override long NumberNow(Statement statement, object?[] values)
    {
        using var job = new NumberJob(statement, values);
        _writer.Enqueue(job);
        return job.Wait();
    }

    public override ValueTask DisposeAsync()
    {
        _writer.Dispose();
        while (_idle.TryTake(out var lane))
            lane.Dispose();
        return ValueTask.CompletedTask;
    }

    private void GiveBack(SqliteLane lane)
    {
        if (_idle.Count < MaxIdleReaders)
            _idle.Add(lane);
        else
            lane.Dispose();
    }
}
