using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// One prepared statement that returns no rows, bound and stepped without the provider's command, parameter and reader
/// objects: the writer thread is what all callers wait for. Values are written as Microsoft.Data.Sqlite writes them.
/// </summary>
internal sealed class SqliteWriting : IDisposable
{
    private const int LongestOnStack = 512;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteWriting(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>Rows affected.</summary>
    public int Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        var result = raw.sqlite3_step(_statement);
        var affected = raw.sqlite3_changes(_database);
        // Reset tells again what the step told; it must happen either way, or the transaction could not end.
        var reset = raw.sqlite3_reset(_statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            SqliteException.ThrowExceptionForRC(reset == raw.SQLITE_OK ? result : reset, _database);
        return affected;
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        string text => BindText(index, text),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        int number => raw.sqlite3_bind_int64(_statement, index, number),
        bool flag => raw.sqlite3_bind_int64(_statement, index, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        Guid id => BindText(index, id.ToString().ToUpperInvariant()),
        DateOnly day => BindText(index, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(_statement, index, number),
        _ => throw new NotSupportedException($"{value.GetType().Name} is not written to SQLite."),
    };

    private int BindText(int index, string text)
    {
        Span<byte> buffer = stackalloc byte[LongestOnStack];
        return Encoding.UTF8.TryGetBytes(text, buffer, out var length)
            ? raw.sqlite3_bind_text(_statement, index, buffer[..length])
            : raw.sqlite3_bind_text(_statement, index, Encoding.UTF8.GetBytes(text));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(result, _database);
    }
}
