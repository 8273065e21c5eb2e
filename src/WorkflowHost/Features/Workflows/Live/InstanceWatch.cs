using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Features.Workflows.Journal;

namespace WorkflowHost.Features.Workflows.Live;

/// <summary>
/// Tells viewers when the instance they show has moved. It looks at the rows of observed instances only, so it also
/// sees what another replica did.
/// </summary>
public sealed class InstanceWatch(
    ObservedInstances observed,
    IHubContext<WorkflowInstanceHub, IWorkflowInstanceClient> hub,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<InstanceWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "Viewers could not be told of changes; the next look is in {Interval}", Interval);
            }
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        var ids = observed.Ids;
        foreach (var id in _seen.Keys.Except(ids).ToList())
            _seen.Remove(id);
        if (ids.Count == 0)
            return;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        var rows = await db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id))
            .Select(i => new { i.Id, i.UpdatedAt }).ToListAsync(ct);
        foreach (var row in rows)
        {
            // The first look tells too: something may have happened between the page's reading and its connection.
            if (_seen.TryGetValue(row.Id, out var before) && before == row.UpdatedAt)
                continue;
            _seen[row.Id] = row.UpdatedAt;
            await TellAsync(row.Id, db, ct);
        }
    }

    private async Task TellAsync(string instanceId, WorkDb db, CancellationToken ct)
    {
        var stats = ActivityExecutionStats.Of(await db.ActivityRecordsAsync(instanceId, ct));
        var viewers = hub.Clients.Group(instanceId);
        await viewers.WorkflowInstanceUpdatedAsync(new WorkflowInstanceUpdated(instanceId));
        await viewers.WorkflowExecutionLogUpdatedAsync(new WorkflowExecutionLogUpdated());
        await viewers.ActivityExecutionLogUpdatedAsync(new ActivityExecutionLogUpdated(stats));
    }
}
