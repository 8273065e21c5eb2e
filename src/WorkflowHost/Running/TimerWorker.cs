namespace WorkflowHost.Running;

/// <summary>Fires timers when they are due. Looks every second, so that a timer is never early and at most a second late.</summary>
internal sealed class TimerWorker(WorkDrain drain, TimeProvider clock, ILogger<TimerWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Poll, clock);
        try
        {
            while (await ticks.WaitForNextTickAsync(stoppingToken))
                await FireAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is due stays in its rows.
        }
    }

    private async Task FireAsync(CancellationToken ct)
    {
        try
        {
            await drain.FireTimersAsync(ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Timers could not be read");
        }
    }
}
