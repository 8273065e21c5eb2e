using System.Data.Common;

namespace WorkflowHost.Data.Sql;

/// <summary>A rented connection with its prepared queries.</summary>
internal abstract class ReadLane : IDisposable
{
    /// <summary>All rows, read on the calling thread.</summary>
    public abstract List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read);

    /// <summary>The same without holding a thread where the database is another process; a file is read at once.</summary>
    public virtual ValueTask<List<T>> QueryAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Query(statement, values, read));

    /// <summary>Gives the connection back.</summary>
    public abstract void Dispose();
}
