using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// The one writer of a SQLite file. Takes whatever is waiting, at most 64 jobs, commits it with one fsync and only then
/// answers. It never waits for more: while one fsync runs the next batch gathers by itself.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxBatch = 64;
    private const int MaxWaiting = 4096;
    private static readonly TimeSpan MaxWaitForRoom = TimeSpan.FromMilliseconds(250);

    private readonly Func<SqliteLane> _open;
    private readonly BlockingCollection<WriterJob> _jobs = [];
    private readonly SemaphoreSlim _room = new(MaxWaiting, MaxWaiting);
    private readonly Thread _thread;

    public SqliteWriter(Func<SqliteLane> open)
    {
        _open = open;
        _thread = new Thread(Work) { IsBackground = true, Name = "SQLite writer" };
        _thread.Start();
    }

    /// <summary>False when there has been no room for a quarter of a second.</summary>
    public async ValueTask<bool> EnqueueAsync(WriterJob job, CancellationToken cancellationToken)
    {
        if (!_room.Wait(TimeSpan.Zero, CancellationToken.None)
            && !await _room.WaitAsync(MaxWaitForRoom, cancellationToken).ConfigureAwait(false))
            return false;
        _jobs.Add(job, CancellationToken.None);
        return true;
    }

    /// <summary>Carries out what is waiting, then stops.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        _thread.Join();
        _jobs.Dispose();
        _room.Dispose();
    }

    private void Work()
    {
        SqliteLane? lane = null;
        var batch = new List<WriterJob>(MaxBatch);
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && _jobs.TryTake(out var next))
                batch.Add(next);
            _room.Release(batch.Count);
            try
            {
                lane ??= _open();
                Commit(lane, batch);
            }
            catch (SqliteException error)
            {
                // After a failed write or fsync nothing the connection remembers can be trusted: begin anew.
                lane?.Dispose();
                lane = null;
                foreach (var job in batch)
                    job.Fail(error);
            }

            batch.Clear();
        }

        lane?.Dispose();
    }

    private static void Commit(SqliteLane lane, List<WriterJob> batch)
    {
        var failures = new List<(WriterJob Job, Exception Error)>();
        lane.Control("BEGIN IMMEDIATE");
        foreach (var job in batch)
        {
            if (Try(lane, job) is { } error)
                failures.Add((job, error));
        }

        lane.Control("COMMIT");
        foreach (var (job, error) in failures)
            job.Fail(error);
        foreach (var job in batch)
            job.Acknowledge(); // no effect on those that failed
    }

    /// <summary>A mistake in one job must not sink the batch; trouble with the disk must.</summary>
    private static SqliteException? Try(SqliteLane lane, WriterJob job)
    {
        lane.Control("SAVEPOINT unit");
        try
        {
            if (!job.Run(lane))
                lane.Control("ROLLBACK TO unit");
            lane.Control("RELEASE unit");
            return null;
        }
        catch (SqliteException error) when (!IsTroubleWithTheDisk(error))
        {
            lane.Control("ROLLBACK TO unit");
            lane.Control("RELEASE unit");
            return error;
        }
    }

    private static bool IsTroubleWithTheDisk(SqliteException error) =>
        error.SqliteErrorCode is 5 or 6 or 7 or 8 or 10 or 11 or 13 or 14 or 26; // BUSY … NOTADB
}
