using System.Data.Common;
using System.Text.Json.Nodes;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.World;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>
/// A unit of work: reads what is committed through a read-only connection, keeps what it read and changed, and writes
/// everything in one transaction when it commits. Used by one thread at a time and once.
/// </summary>
public sealed partial class WorkSession : CaseWorld, IDisposable
{
    private readonly Database _database;
    private readonly WorkSchema _schema;
    private readonly FolioNumbers _folios;
    private ReadLane? _lane;
    private bool _committed;

    internal WorkSession(
        Database database, WorkSchema schema, FolioNumbers folios, Plan plan, DateTimeOffset now, string actor)
        : base(plan, now, actor)
    {
        _database = database;
        _schema = schema;
        _folios = folios;
        _keys = new KeysInWork(plan);
    }

    /// <summary>
    /// Makes everything durable, or nothing. After anything but <see cref="CommitResult.Committed"/> the session is
    /// spent too: run the work again in a new one. A cancelled token counts only before the work is handed over.
    /// </summary>
    public async Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken)
    {
        if (_committed)
            throw new InvalidOperationException("A session commits once.");
        _committed = true;
        Dispose();
        var writes = CollectWrites();
        return writes.Count == 0
            ? CommitOutcome.Committed
            : await _database.CommitAsync(writes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the connection back; what was not committed never happened.</summary>
    public void Dispose()
    {
        _lane?.Dispose();
        _lane = null;
    }

    private List<T> Query<T>(Statement statement, Func<DbDataReader, T> read, params object?[] values)
    {
        if (_committed)
            throw new InvalidOperationException("A work session commits once: open another.");
        _lane ??= _database.Rent();
        return _lane.Query(statement, statement.Convert(values), read);
    }

    private ValueTask<List<T>> QueryAsync<T>(
        Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken, params object?[] values)
    {
        if (_committed)
            throw new InvalidOperationException("A work session commits once: open another.");
        _lane ??= _database.Rent();
        return _lane.QueryAsync(statement, statement.Convert(values), read, cancellationToken);
    }

    private List<Write> CollectWrites()
    {
        var writes = new List<Write>(32);
        // What may refuse the unit comes first: a refusal then costs least.
        WriteSubmissions(writes);
        WriteInstances(writes);
        WriteStimuli(writes);
        WriteMigrations(writes);
        WriteQueues(writes);
        new CaseWrites(_schema, Changes, _keys).AddTo(writes);
        return writes;
    }
}
