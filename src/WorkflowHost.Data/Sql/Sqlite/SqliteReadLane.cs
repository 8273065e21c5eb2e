using System.Data.Common;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>A lane on loan from the pool of readers.</summary>
internal sealed class SqliteReadLane(SqliteLane lane, Action<SqliteLane> giveBack) : ReadLane
{
    private SqliteLane? _lane = lane;

    public override List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read) =>
        (_lane ?? throw new ObjectDisposedException(nameof(SqliteReadLane))).Query(statement, values, read);

    public override void Dispose()
    {
        if (Interlocked.Exchange(ref _lane, null) is { } lent)
            giveBack(lent);
    }
}
