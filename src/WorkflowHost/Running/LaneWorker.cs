namespace WorkflowHost.Running;

/// <summary>Keeps every lane with due messages moving, each at its own pace.</summary>
internal sealed class LaneWorker(OutboxLanes lanes, ILogger<LaneWorker> log) : BackgroundService
{
    /// <summary>Receivers that are served at once; those beyond wait until one is through.</summary>
    private const int MaxLanes = 64;

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Task> _moving = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time: it paces the looking, while what is due is asked of the clock.
        using var ticks = new PeriodicTimer(Poll);
        try
        {
            do
                Look(stoppingToken);
            while (await ticks.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way is cancelled too and stays in its rows.
        }

        await Task.WhenAll(_moving.Values);
    }

    private void Look(CancellationToken ct)
    {
        try
        {
            foreach (var (lane, _) in _moving.Where(one => one.Value.IsCompleted).ToList())
                _moving.Remove(lane);
            foreach (var lane in lanes.FindDue().Where(lane => !_moving.ContainsKey(lane)).Take(MaxLanes - _moving.Count))
                _moving.Add(lane, Task.Run(() => MoveAsync(lane, ct), CancellationToken.None));
        }
        catch (Exception e)
        {
            // The store could not be read; the rows are still there at the next look.
            log.LogError(e, "The lanes of the outbox could not be read");
        }
    }

    private async Task MoveAsync(string lane, CancellationToken ct)
    {
        try
        {
            await lanes.RunAsync(lane, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The host stops; a claim that was not finished comes back after its lease.
        }
        catch (Exception e)
        {
            log.LogError(e, "Lane {Lane} stopped; it is taken up again", lane);
        }
    }
}
