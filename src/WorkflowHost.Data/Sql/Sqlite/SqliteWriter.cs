namespace WorkflowHost.Data.Sql.Sqlite;

/// <summary>
/// The one writer of a SQLite file. Takes whatever is waiting, at most 64 jobs, commits it with one fsync and only then
/// answers. It never waits for more: while one fsync runs the next batch gathers by itself.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MaxBatch = 64;

    private readonly Func<SqliteLane> _open;
    private readonly JobQueue<WriterJob> _jobs = new();

    public SqliteWriter(Func<SqliteLane> open)
    {
        _open = open;
        _jobs.Start("SQLite writer", Work);
    }

    public ValueTask<bool> EnqueueAsync(WriterJob job, CancellationToken cancellationToken) =>
        _jobs.EnqueueAsync(job, cancellationToken);

    public void Enqueue(WriterJob job) => _jobs.Enqueue(job);

    public void Dispose() => _jobs.Dispose();

    private void Work()
    {
        SqliteLane? lane = null;
        var batch = new List<WriterJob>(MaxBatch);
        foreach (var first in _jobs.Take())
        {
            batch.Add(first);
            while (batch.Count < MaxBatch && _jobs.TryTake(out var next))
                batch.Add(next!); // TryTake answered true
            try
            {
                lane ??= _open();
                Commit(lane, batch);
            }
            catch (Exception error)
            {
                // After a failed write or fsync nothing the connection remembers can be trusted: begin anew. Whatever
                // it is, the callers throw it; this thread must live.
                lane?.Dispose();
                lane = null;
                var told = SqliteTrouble.Tell(error);
                foreach (var job in batch)
                    job.Fail(told);
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
        StoreMeter.Commits.Add(1);
        foreach (var (job, error) in failures)
            job.Fail(error);
        foreach (var job in batch)
            job.Acknowledge(); // no effect on those that failed
    }

    /// <summary>A mistake in one job must not sink the batch; trouble with the disk must.</summary>
    private static Exception? Try(SqliteLane lane, WriterJob job)
    {
        lane.Control("SAVEPOINT unit");
        try
        {
            if (!job.Run(lane))
                lane.Control("ROLLBACK TO unit");
            lane.Control("RELEASE unit");
            return null;
        }
        catch (Exception error) when (!SqliteTrouble.IsWithTheFile(error))
        {
            lane.Control("ROLLBACK TO unit");
            lane.Control("RELEASE unit");
            return error;
        }
    }
}
