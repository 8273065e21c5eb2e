using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>
/// A few threads, each carrying out one unit at a time in one transaction sent as one batch: one round trip. PostgreSQL
/// itself shares the fsync between transactions that commit together.
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
                unit.Fail(PostgresTrouble.Tell(error)); // whatever it is, the caller throws it; this thread must live
            }
        }
    }

    private CommitOutcome Commit(IReadOnlyList<Write> writes)
    {
        using var connection = _source.OpenConnection();
        // A batch outside of a transaction is one: it commits when all of it worked, and answers after that.
        using var batch = new NpgsqlBatch(connection);
        foreach (var write in writes)
        {
            var command = new NpgsqlBatchCommand(PostgresGuard.Sql(write));
            PostgresParameters.Add(command.Parameters, write.Statement, write.Values);
            batch.BatchCommands.Add(command);
        }

        try
        {
            batch.ExecuteNonQuery();
        }
        catch (PostgresException error) when (error.BatchCommand is NpgsqlBatchCommand failed)
        {
            var write = writes[batch.BatchCommands.IndexOf(failed)];
            if (PostgresGuard.Refused(error, write))
                return new CommitOutcome(write.IfNone!.Value, write.Statement.Sql); // a guard has it
            throw;
        }

        StoreMeter.Commits.Add(1);
        return CommitOutcome.Committed;
    }

    /// <summary>Serialization failure, deadlock, lock not available: somebody else was there at the same time.</summary>
    private static bool IsCollision(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.LockNotAvailable;
}
