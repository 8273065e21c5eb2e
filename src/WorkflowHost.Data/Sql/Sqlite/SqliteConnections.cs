using Microsoft.Data.Sqlite;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// How connections to the file are opened. FULL and the checkpoint size were measured: NORMAL loses acknowledged work in
/// a power cut, and small checkpoints halve the rate (docs/database.md).
/// </summary>
internal static class SqliteConnections
{
    /// <summary>Per-connection settings every writing connection needs, EF's included.</summary>
    public const string WriterPragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA busy_timeout=10000; " +
        "PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-65536;";

    private const string ReaderPragmas =
        "PRAGMA query_only=ON; PRAGMA busy_timeout=10000; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16384;";

    public static SqliteConnection OpenWriter(string connectionString) => Open(connectionString, WriterPragmas);

    public static SqliteConnection OpenReader(string connectionString) => Open(connectionString, ReaderPragmas);

    private static SqliteConnection Open(string connectionString, string pragmas)
    {
        // Our lanes are the pool: a pooled handle would keep the settings of whoever had it before.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
        return connection;
    }
}
