using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Workflows.Instances;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Workflows.Incidents;

/// <summary>
/// Everything that has stopped and that nobody's inbox shows: failed steps, instances that wait for nothing, effects that
/// could not be carried out.
/// </summary>
public sealed class IncidentDesk(WorkDb db, PublishedContent content, StoredStates states, TimeProvider time)
{
    private const int PageSize = 25;
    private const int EffectsShown = 50;
    private const int WorryingAttempts = 3;
    private static readonly TimeSpan EndedShown = TimeSpan.FromDays(7);

    public async Task<IncidentsPage> ReadAsync(int page, string? answer, CancellationToken stop)
    {
        var rows = await Stopped().OrderBy(i => i.Status == WorkflowStatus.Finished).ThenByDescending(i => i.UpdatedAt)
            .PageAsync(page, PageSize, stop);
        var ids = rows.Rows.Select(instance => instance.Id).ToList();
        var folios = (await db.Tasks.AsNoTracking().Where(t => ids.Contains(t.InstanceId) && t.CaseId != null)
            .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t.InstanceId, c.Folio }).ToListAsync(stop))
            .ToLookup(row => row.InstanceId, row => row.Folio);
        var stopped = new List<StoppedInstance>();
        foreach (var instance in rows.Rows)
            stopped.Add(await RowAsync(instance, string.Join(", ", folios[instance.Id].Distinct().Order()), stop));
        return new IncidentsPage(rows.Of(stopped), await EffectsAsync(stop), answer);
    }

    /// <summary>How many instances need somebody.</summary>
    public Task<int> CountAsync(CancellationToken stop) => Stopped().CountAsync(i => i.Status == WorkflowStatus.Running, stop);

    /// <summary>Lets a given-up effect be tried again from the beginning; false when it is none.</summary>
    public async Task<bool> ReviveAsync(Guid id, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        return await db.Outbox.Where(m => m.Id == id && m.State == OutboxState.Dead && m.Kind != OutboxKind.Webhook)
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.State, OutboxState.Pending).SetProperty(m => m.Attempts, 0).SetProperty(m => m.DueAt, now),
                stop) > 0;
    }

    // Waiting for nothing: no bookmark, and no message under way that could wake it.
    private IQueryable<StoredInstance> Stopped()
    {
        var since = time.GetUtcNow() - EndedShown;
        return db.Instances.AsNoTracking().Where(i =>
            (i.Status == WorkflowStatus.Running && i.IncidentCount > 0)
            || (i.SubStatus == WorkflowSubStatus.Faulted && i.UpdatedAt >= since)
            || (i.Status == WorkflowStatus.Running
                && !db.Bookmarks.Any(b => b.InstanceId == i.Id)
                && !db.Outbox.Any(m => m.InstanceId == i.Id && m.State == OutboxState.Pending)));
    }

    private async Task<StoppedInstance> RowAsync(StoredInstance instance, string folios, CancellationToken stop)
    {
        var state = await states.FindAsync(instance.Id, stop);
        var workflow = await content.FindWorkflowVersionAsync(instance.DefinitionVersionId, stop);
        return new StoppedInstance(
            instance.Id,
            workflow?.Definition.Name is { Length: > 0 } name ? name : instance.DefinitionId,
            instance.Version,
            folios,
            instance.UpdatedAt,
            instance.Status == WorkflowStatus.Finished,
            [.. (state?.Incidents ?? []).Select(incident => new StepFault(
                incident.ActivityInstanceId,
                workflow?.FindActivity(incident.ActivityId)?.Name ?? incident.ActivityId,
                incident.Message,
                incident.Timestamp))]);
    }

    private async Task<IReadOnlyList<StuckEffect>> EffectsAsync(CancellationToken stop)
    {
        var rows = await db.Outbox.AsNoTracking()
            .Where(m => m.Kind != OutboxKind.Webhook
                && (m.State == OutboxState.Dead || (m.State == OutboxState.Pending && m.LastError != null && m.Attempts >= WorryingAttempts)))
            .OrderByDescending(m => m.CreatedAt).Take(EffectsShown).ToListAsync(stop);
        return [.. rows.Select(m => new StuckEffect(
            m.Id, m.Kind, m.InstanceId, m.Attempts, m.LastError ?? "", m.CreatedAt, m.State == OutboxState.Dead))];
    }
}
