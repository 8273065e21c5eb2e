using System.Data.Common;
using Npgsql;

namespace WorkflowHost.Data.Sql.Postgres;

/// <summary>PostgreSQL: one transaction per unit; replicas meet in the rows' revisions.</summary>
internal sealed class PostgresDatabase(NpgsqlDataSource source) : Database
{
    private readonly PostgresReadLane _reader = new(source);
    private readonly PostgresWriter _writer = new(source);

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override ReadLane Rent() => _reader;

    public override Task<CommitOutcome> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken) =>
        _writer.CommitAsync(writes, cancellationToken);

    public override async Task<IReadOnlyList<T>> ClaimAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        await _reader.QueryAsync(statement, values, read, cancellationToken).ConfigureAwait(false);

    public override long NumberNow(Statement statement, object?[] values) =>
        _reader.Query(statement, values, reader => reader.GetInt64(0)).Single();

    public override ValueTask DisposeAsync()
    {
        _writer.Dispose();
        return source.DisposeAsync();
    }
}
