using WorkflowHost.Data;

namespace WorkflowHost.Running;

/// <summary>
/// Carries out what goes to others, one lane per receiver and a few messages of a lane at a time: a receiver that is slow
/// or down holds up nobody but itself.
/// </summary>
internal sealed class OutboxLanes(IWorkStore store, OutboxCarrier carrier, TimeProvider clock)
{
    /// <summary>Messages to one receiver that are under way at once.</summary>
    private const int PerLane = 4;

    private const int LanesAtOnce = 32;

    // Longer than any attempt may take, so that nothing goes out twice while its worker lives.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    /// <summary>Lanes in which something is due.</summary>
    public IReadOnlyList<string> FindDue() => store.FindDueLanes(clock.GetUtcNow());

    /// <summary>Carries out one lane until nothing in it is due; returns how many messages.</summary>
    public async Task<int> RunAsync(string lane, CancellationToken ct)
    {
        var total = 0;
        while (await store.ClaimOutboxAsync(lane, clock.GetUtcNow(), Lease, PerLane, ct) is { Count: > 0 } messages)
        {
            await Task.WhenAll(messages.Select(message => carrier.CarryOutAsync(message, ct)));
            total += messages.Count;
        }

        return total;
    }

    /// <summary>Carries out all lanes until nothing is due.</summary>
    public async Task<int> RunAllAsync(CancellationToken ct)
    {
        var total = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = LanesAtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(
            FindDue(), options, async (lane, stop) => Interlocked.Add(ref total, await RunAsync(lane, stop)));
        return total;
    }
}
