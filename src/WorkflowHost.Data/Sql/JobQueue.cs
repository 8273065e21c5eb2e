using System.Collections.Concurrent;

namespace WorkflowHost.Data.Sql;

/// <summary>
/// Work waiting for writer threads, bounded. Writers are threads of their own: were commits to continue on the pool,
/// requests blocked in reads could starve the very commits they wait for.
/// </summary>
internal sealed class JobQueue<T> : IDisposable
{
    private const int MaxWaiting = 4096;
    private static readonly TimeSpan MaxWaitForRoom = TimeSpan.FromMilliseconds(250);

    private readonly BlockingCollection<T> _jobs = [];
    private readonly SemaphoreSlim _room = new(MaxWaiting, MaxWaiting);
    private readonly List<Thread> _threads = [];

    /// <summary>Starts a thread that works until the queue is closed and empty.</summary>
    public void Start(string name, Action work)
    {
        var thread = new Thread(() => work()) { IsBackground = true, Name = name };
        _threads.Add(thread);
        thread.Start();
    }

    /// <summary>False when there has been no room for a quarter of a second.</summary>
    public async ValueTask<bool> EnqueueAsync(T job, CancellationToken cancellationToken)
    {
        if (!_room.Wait(TimeSpan.Zero, CancellationToken.None)
            && !await _room.WaitAsync(MaxWaitForRoom, cancellationToken).ConfigureAwait(false))
            return false;
        _jobs.Add(job, CancellationToken.None);
        return true;
    }

    /// <summary>The same for a caller that has to wait for the answer on its thread anyway; waits for room as long as it takes.</summary>
    public void Enqueue(T job)
    {
        _room.Wait(CancellationToken.None);
        _jobs.Add(job, CancellationToken.None);
    }

    /// <summary>Jobs one by one, waiting for each; ends when the queue is closed and empty.</summary>
    public IEnumerable<T> Take()
    {
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            _room.Release();
            yield return job;
        }
    }

    /// <summary>A job that is already waiting.</summary>
    public bool TryTake(out T? job)
    {
        if (!_jobs.TryTake(out job))
            return false;
        _room.Release();
        return true;
    }

    /// <summary>Takes no more work, lets the threads finish what is waiting, and waits for them.</summary>
    public void Dispose()
    {
        _jobs.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _jobs.Dispose();
        _room.Dispose();
    }
}
