using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Workflows.Definitions;
using WorkflowHost.Running;

namespace WorkflowHost.Features.Workflows.Instances;

/// <summary>What a designer may do to instances. Everything goes through the runtime, as the work itself does.</summary>
public sealed class InstanceActions(
    WorkDb db, IWorkStore store, PublishedContent content, WorkflowRuntime runtime, Designer designer, TimeProvider time)
{
    private const int CancelledAtOnce = 8;

    /// <summary>Null when the runtime would not start it.</summary>
    public async Task<string?> StartAsync(StoredDefinition version, JsonObject request, CancellationToken ct)
    {
        var answer = await runtime.StartAsync(
            new StartRequest
            {
                DefinitionId = version.DefinitionId,
                VersionId = version.Id,
                Input = request["input"]?.DeepClone() as JsonObject,
                CorrelationId = Wire.StudioJson.Text(request, "correlationId"),
                TriggerActivityId = Wire.StudioJson.Text(request, "triggerActivityId"),
            },
            designer.Name,
            ct);
        return (answer as RunAnswer.Done)?.InstanceId;
    }

    /// <summary>How many of the instances were running and are cancelled now.</summary>
    public async Task<int> CancelAsync(IQueryable<StoredInstance> instances, CancellationToken ct)
    {
        var ids = await instances.Where(i => i.Status == WorkflowStatus.Running).Select(i => i.Id).ToListAsync(ct);
        var cancelled = 0;
        await Parallel.ForEachAsync(
            ids,
            new ParallelOptions { MaxDegreeOfParallelism = CancelledAtOnce, CancellationToken = ct },
            async (id, stop) =>
            {
                if (await runtime.CancelAsync(id, "Cancelado en el diseñador", designer.Name, stop) is RunAnswer.Done)
                    Interlocked.Increment(ref cancelled);
            });
        return cancelled;
    }

    /// <summary>
    /// Cancels what still runs, then removes the instances with their history. Submissions, cases and audit entries
    /// are not theirs and stay.
    /// </summary>
    public async Task<int> DeleteAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        await CancelAsync(db.Instances.AsNoTracking().Where(i => ids.Contains(i.Id)), ct);
        var deleted = 0;
        foreach (var id in ids)
        {
            using var session = store.Open(designer.Name, time.GetUtcNow(), content.Plan);
            if (session.FindInstance(id) is null)
                continue;
            session.DeleteInstance(id);
            session.Audit("instance.deleted", "instance", id, null);
            await session.CommitAsync(ct);
            deleted++;
        }

        return deleted;
    }
}
