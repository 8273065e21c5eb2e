using System.Collections.Concurrent;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>
/// Statements that must affect a row, in a form that fails by itself when they do not. A refusal then aborts the whole
/// batch inside the server, and a unit needs one round trip instead of asking, deciding and committing.
/// </summary>
internal static class PostgresGuard
{
    private static readonly ConcurrentDictionary<Statement, string> Guarded = new();

    /// <summary>The statement's text; with a guard it divides by the number of rows it affected.</summary>
    public static string Sql(Write write) => write.IfNone is null
        ? write.Statement.Sql
        : Guarded.GetOrAdd(
            write.Statement, statement => $"WITH affected AS ({statement.Sql} RETURNING 1) SELECT 1 / count(*) FROM affected");

    /// <summary>Whether a guard failed, and not a statement.</summary>
    public static bool Refused(PostgresException error, Write write) =>
        write.IfNone is not null && error.SqlState == PostgresErrorCodes.DivisionByZero;
}
