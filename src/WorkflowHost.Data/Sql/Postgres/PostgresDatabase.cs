using System.Data.Common;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>PostgreSQL: one transaction per unit, sent as one batch; replicas meet in the rows' revisions.</summary>
internal sealed class PostgresDatabase(NpgsqlDataSource source) : Database
{
    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override ReadLane Rent() => new PostgresReadLane(source.OpenConnection());

    public override async Task<CommitOutcome> CommitAsync(
        IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        // From here on it happens or fails; giving up in the middle would leave the caller not knowing.
        var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        try
        {
            var refusal = await ExecuteAsync(connection, transaction, writes).ConfigureAwait(false);
            if (refusal is { } refused)
            {
                await transaction.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
                return refused;
            }

            await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            return CommitOutcome.Committed;
        }
        catch (PostgresException error) when (IsCollision(error))
        {
            return new CommitOutcome(CommitResult.Stale, error.SqlState);
        }
    }

    public override async Task<IReadOnlyList<T>> ClaimAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var command = source.CreateCommand(statement.Sql);
        await using var _ = command.ConfigureAwait(false);
        PostgresParameters.Add(command.Parameters, statement, values);
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add(read(reader));
        return rows;
    }

    public override long NumberNow(Statement statement, object?[] values)
    {
        using var lane = Rent();
        return lane.Query(statement, values, reader => reader.GetInt64(0)).Single();
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private static async Task<CommitOutcome?> ExecuteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<Write> writes)
    {
        var batch = new NpgsqlBatch(connection, transaction);
        await using var _ = batch.ConfigureAwait(false);
        foreach (var write in writes)
        {
            var command = new NpgsqlBatchCommand(write.Statement.Sql);
            PostgresParameters.Add(command.Parameters, write.Statement, write.Values);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        for (var i = 0; i < writes.Count; i++)
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
