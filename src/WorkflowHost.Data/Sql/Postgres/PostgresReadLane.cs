using System.Data.Common;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>
/// Queries over pooled connections, each given back at once: a session may live across awaits, and one that kept its
/// connection could hold up others who wait for the pool. Npgsql prepares what it sees twice.
/// </summary>
internal sealed class PostgresReadLane(NpgsqlDataSource source) : ReadLane
{
    public override List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read)
    {
        using var command = source.CreateCommand(statement.Sql);
        PostgresParameters.Add(command.Parameters, statement, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public override async ValueTask<List<T>> QueryAsync<T>(
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

    public override void Dispose()
    {
        // Nothing is kept.
    }
}
