using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Running;

/// <summary>
/// Runs work as one transaction: read, decide, commit; when what it was based on has changed, once more from the
/// beginning. Taken places are looked for a few times more, because another site may have room.
/// </summary>
internal sealed class WorkUnits(IWorkStore store, PublishedContent content, TimeProvider clock, Doorbell bell)
{
    private const int MaxStale = 1;
    private const int MaxFull = 8;

    public async Task<(T Answer, CommitResult Result)> RunAsync<T>(
        string actor, Func<WorkSession, ContentSnapshot, ValueTask<WorkStep<T>>> work, CancellationToken ct)
    {
        for (int stale = 0, full = 0; ;)
        {
            var snapshot = content.Current;
            using var session = store.Open(actor, clock.GetUtcNow(), snapshot.Plan);
            var step = await work(session, snapshot);
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
}
