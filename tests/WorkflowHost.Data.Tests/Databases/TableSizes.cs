using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkflowHost.Data.Tests.Databases;

/// <summary>Bytes each table takes on disk with its indexes and long values.</summary>
public static class TableSizes
{
    private const string OfPostgres =
        "SELECT relname::text AS name, pg_total_relation_size(oid) AS bytes FROM pg_class "
        + "WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(WorkDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.IsSqlite())
            return await ReadFileAsync(db);
        var rows = await db.Database.SqlQueryRaw<TableSize>(OfPostgres).ToListAsync();
        return rows.ToDictionary(row => row.Name, row => row.Bytes, StringComparer.Ordinal);
    }

    // The build of SQLite has no table of sizes; the pages that dropping a table would free are its size.
    private static async Task<IReadOnlyDictionary<string, long>> ReadFileAsync(WorkDb db)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var names = Command(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
        await using (var reader = await names.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                tables.Add(reader.GetString(0));
        }

        await NumberAsync(connection, "PRAGMA foreign_keys=OFF");
        var page = await NumberAsync(connection, "PRAGMA page_size");
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await NumberAsync(connection, "BEGIN");
            var before = await NumberAsync(connection, "PRAGMA freelist_count");
            await NumberAsync(connection, $"DROP TABLE \"{table}\"");
            sizes[table] = (await NumberAsync(connection, "PRAGMA freelist_count") - before) * page;
            await NumberAsync(connection, "ROLLBACK");
        }

        return sizes;
    }

    private static async Task<long> NumberAsync(SqliteConnection connection, string sql)
    {
        await using var command = Command(connection, sql);
        return await command.ExecuteScalarAsync() is long number ? number : 0;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    /// <summary>What the tables grew by per item, largest first; those that did not grow are left out.</summary>
    public static IReadOnlyList<(string Table, double BytesEach)> GrowthPerItem(
        IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after, int items) =>
        [.. after.Select(size => (size.Key, (size.Value - before.GetValueOrDefault(size.Key)) / (double)items))
            .Where(growth => growth.Item2 > 0)
            .OrderByDescending(growth => growth.Item2)];

    private sealed class TableSize
    {
        public required string Name { get; init; }

        public required long Bytes { get; init; }
    }
}
