using System.Collections.Concurrent;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>
/// Typed positional parameters for our statements. Types come from EF's mapping, so that a null does not make PostgreSQL
/// plan the statement anew.
/// </summary>
internal static class PostgresParameters
{
    private static readonly ConcurrentDictionary<Statement, NpgsqlParameter[]> Prototypes =
        new();

    public static void Add(NpgsqlParameterCollection parameters, Statement statement, object?[] values)
    {
        var prototypes = Prototypes.GetOrAdd(statement, Make);
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = prototypes[i].Clone();
            parameter.Value = values[i] ?? DBNull.Value;
            parameters.Add(parameter);
        }
    }

    private static NpgsqlParameter[] Make(Statement statement)
    {
        using var command = new NpgsqlCommand();
        return statement.Parameters
            .Select(column =>
            {
                var made = (NpgsqlParameter)column.Mapping.CreateParameter(command, "", null, nullable: true);
                made.ParameterName = "";
                return made;
            })
            .ToArray();
    }
}
