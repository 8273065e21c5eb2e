using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Running;

/// <summary>
/// Runs work as one transaction: read, decide, commit; when what it was based on has changed, once more from the
/// beginning. Taken places are looked for a few times more, because another site may have room.
/// </summary>
internal sealed class WorkUnits(IWorkStore store, PublishedContent content, TimeProvider clock, Doorbell bell) : IDisposable
{
    private const int MaxStale = 1;
    private const int MaxFull = 8;

    /// <summary>
    /// Units that read and decide at the same time. The interpreter reads on its thread: were a rush of requests to hold
    /// them all, the answers they wait for would find none to arrive on. Waiting for the commit counts no more.
    /// </summary>
    private const int MaxAtOnce = 16;

    private readonly SemaphoreSlim _room = new(MaxAtOnce, MaxAtOnce);

    public async Task<(T Answer, CommitResult Result)> RunAsync<T>(
        string actor, Func<WorkSession, ContentSnapshot, ValueTask<WorkStep<T>>> work, CancellationToken ct)
    {
        for (int stale = 0, full = 0; ;)
        {
            var snapshot = content.Current;
            using var session = store.Open(actor, clock.GetUtcNow(), snapshot.Plan);
            var step = await WorkAsync(session, snapshot, work, ct);
            if (!step.Commits)
                return (step.Answer, CommitResult.Committed);
            var outcome = await session.CommitAsync(ct);
            switch (outcome.Result)
            {
                case CommitResult.Committed:
                    bell.Ring();
                    return (step.Answer, outcome.Result);
                case CommitResult.Stale when stale++ < MaxStale:
                case CommitResult.NoCapacity when full++ < MaxFull:
                    continue;
                default:
                    return (step.Answer, outcome.Result);
            }
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<WorkStep<T>> WorkAsync<T>(
        WorkSession session, ContentSnapshot snapshot, Func<WorkSession, ContentSnapshot, ValueTask<WorkStep<T>>> work, CancellationToken ct)
    {
        await _room.WaitAsync(ct);
        try
        {
            return await work(session, snapshot);
        }
        finally
        {
            _room.Release();
        }
    }
}
