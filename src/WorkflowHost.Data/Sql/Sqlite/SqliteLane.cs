using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>An open connection and the statements prepared on it. Used by one thread at a time.</summary>
internal sealed class SqliteLane(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<Statement, SqliteCommand> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Statement, SqliteWriting> _writing = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SqliteWriting> _plain = new(StringComparer.Ordinal);

    /// <summary>Rows affected.</summary>
    public int Execute(Statement statement, object?[] values)
    {
        if (!_writing.TryGetValue(statement, out var writing))
            _writing.Add(statement, writing = new SqliteWriting(connection, statement.Sql));
        return writing.Execute(values);
    }

    public List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read)
    {
        using var reader = Bind(statement, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>BEGIN, SAVEPOINT and their like.</summary>
    public void Control(string sql)
    {
        if (!_plain.TryGetValue(sql, out var writing))
            _plain.Add(sql, writing = new SqliteWriting(connection, sql));
        writing.Execute([]);
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        foreach (var writing in _writing.Values.Concat(_plain.Values))
            writing.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(Statement statement, object?[] values)
    {
        if (!_prepared.TryGetValue(statement, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = statement.Sql;
            for (var i = 0; i < statement.Parameters.Count; i++)
            {
                var name = "$" + (i + 1).ToString(CultureInfo.InvariantCulture);
                command.Parameters.Add(new SqliteParameter(name, null));
            }

            _prepared.Add(statement, command);
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
