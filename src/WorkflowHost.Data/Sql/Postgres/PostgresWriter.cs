using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>
/// A few threads, each carrying out one unit at a time in one transaction sent as one batch. PostgreSQL itself shares the
/// fsync between transactions that commit together.
/// </summary>
internal sealed class PostgresWriter : IDisposable
{
    private const int Threads = 8;

    private readonly NpgsqlDataSource _source;
    private readonly JobQueue<UnitOfWrites> _units = new();

    public PostgresWriter(NpgsqlDataSource source)
    {
        _source = source;
        for (var i = 0; i < Threads; i++)
            _units.Start("PostgreSQL writer", Work);
    }

    public async Task<CommitOutcome> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var unit = new UnitOfWrites(writes);
        // Once it is queued it happens: giving up waiting would leave the caller not knowing.
        return await _units.EnqueueAsync(unit, cancellationToken).ConfigureAwait(false)
            ? await unit.Outcome.ConfigureAwait(false)
            : new CommitOutcome(CommitResult.Busy, "writer queue");
    }

    public void Dispose() => _units.Dispose();

    private void Work()
    {
        foreach (var unit in _units.Take())
        {
            try
            {
                unit.Acknowledge(Commit(unit.Writes));
            }
            catch (PostgresException error) when (IsCollision(error))
            {
                unit.Acknowledge(new CommitOutcome(CommitResult.Stale, error.SqlState));
            }
            catch (Exception error)
            {
                unit.Fail(error); // whatever it is, the caller throws it; this thread must live
            }
        }
    }

    private CommitOutcome Commit(IReadOnlyList<Write> writes)
    {
        using var connection = _source.OpenConnection();
        using var transaction = connection.BeginTransaction();
        using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var write in writes)
        {
            var command = new NpgsqlBatchCommand(write.Statement.Sql);
            PostgresParameters.Add(command.Parameters, write.Statement, write.Values);
            batch.BatchCommands.Add(command);
        }

        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException error) when (error.BatchCommand is NpgsqlBatchCommand failed)
        {
            // What a refused guard let through may break on a key further down: the guard is the answer then.
            if (FindRefusal(batch, writes, batch.BatchCommands.IndexOf(failed)) is { } refused)
                return refused;
            throw;
        }

        if (FindRefusal(batch, writes, writes.Count) is { } refusal)
            return refusal; // leaving without a commit rolls back

        transaction.Commit();
        StoreMeter.Commits.Add(1);
        return CommitOutcome.Committed;
    }

    private static CommitOutcome? FindRefusal(NpgsqlBatch batch, IReadOnlyList<Write> writes, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (writes[i].IfNone is { } refusal && batch.BatchCommands[i].RecordsAffected == 0)
                return new CommitOutcome(refusal, writes[i].Statement.Sql);
        }

        return null;
    }

    /// <summary>Serialization failure, deadlock, lock not available: somebody else was there at the same time.</summary>
    private static bool IsCollision(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable;
}
