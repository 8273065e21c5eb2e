namespace WorkflowHost.Trials;

/// <summary>Throws forgotten trials away, every minute.</summary>
internal sealed class TrialSweeper(TrialShelf shelf, TimeProvider clock, ILogger<TrialSweeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await shelf.SweepAsync() is > 0 and var swept)
                    log.LogInformation("{Count} forgotten trials were thrown away", swept);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; the shelf throws the rest away.
        }
    }
}
