namespace WorkflowHost.Running;

/// <summary>Carries out messages as soon as the doorbell rings, and polls for those of other processes.</summary>
internal sealed class OutboxWorker(WorkDrain drain, Doorbell bell, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isPoll = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await drain.CarryMessagesAsync(stoppingToken);
                if (await drain.DeliverKeptAsync(looksAnyway: isPoll, stoppingToken) == 0)
                    isPoll = !await bell.WaitAsync(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The store itself failed: everything is still in its rows, so wait and look again.
                log.LogError(e, "The outbox could not be read");
                await bell.WaitAsync(Poll, stoppingToken);
            }
        }
    }
}
