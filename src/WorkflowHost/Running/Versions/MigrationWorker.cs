namespace WorkflowHost.Running.Versions;

/// <summary>Carries out migrations as soon as they are begun, and goes on with those a stopped program left.</summary>
internal sealed class MigrationWorker(MigrationSlices slices, MigrationBell bell, ILogger<MigrationWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await slices.RunAsync(stoppingToken);
                await bell.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Everything done is in its rows; look again soon.
                log.LogError(e, "A migration of instances could not go on");
                await bell.WaitAsync(Pause, stoppingToken);
            }
        }
    }
}
