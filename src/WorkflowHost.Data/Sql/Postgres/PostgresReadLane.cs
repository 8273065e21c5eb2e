using System.Data.Common;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>A pooled connection; Npgsql prepares what it sees twice.</summary>
internal sealed class PostgresReadLane(NpgsqlConnection connection) : ReadLane
{
    public override List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement.Sql;
        PostgresParameters.Add(command.Parameters, statement, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public override void Dispose() => connection.Dispose();
}
