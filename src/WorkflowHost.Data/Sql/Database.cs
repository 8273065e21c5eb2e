using System.Data.Common;

namespace WorkflowHost.Data.Sql;

/// <summary>What differs between the databases: how rows are read, how a unit is made durable, how rows are claimed.</summary>
internal abstract class Database : IAsyncDisposable
{
    /// <summary>Goes behind a SELECT whose rows are about to be claimed.</summary>
    public abstract string SkipLocked { get; }

    /// <summary>A connection to read through until it is disposed.</summary>
    public abstract ReadLane Rent();

    /// <summary>All writes or none; durable when the task completes.</summary>
    public abstract Task<CommitOutcome> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken);

    /// <summary>One UPDATE … RETURNING as a unit of its own.</summary>
    public abstract Task<IReadOnlyList<T>> ClaimAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken);

    /// <summary>One writing statement with a single number as its result, at once on the calling thread; rare.</summary>
    public abstract long NumberNow(Statement statement, object?[] values);

    public abstract ValueTask DisposeAsync();
}
