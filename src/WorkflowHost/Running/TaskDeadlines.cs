using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Deadlines;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Delivery;

namespace WorkflowHost.Running;

/// <summary>
/// Carries out deadlines of tasks: a step, its mark on the task, its audit entry, the messages to endpoints and the timer
/// of the next step are one transaction.
/// </summary>
public sealed class TaskDeadlines
{
    private const string Actor = "system";
    private const int Slice = 50;

    private readonly WorkUnits _units;
    private readonly WebhookFanOut _webhooks;
    private readonly IDbContextFactory<WorkDb> _databases;

    internal TaskDeadlines(WorkUnits units, WebhookFanOut webhooks, IDbContextFactory<WorkDb> databases)
    {
        _units = units;
        _webhooks = webhooks;
        _databases = databases;
    }

    /// <summary>Takes the step that is due, if the task still waits for it.</summary>
    public async Task FireAsync(Guid taskId, CancellationToken ct)
    {
        var (_, result) = await _units.RunAsync(Actor, (session, _) =>
        {
            if (session.TakeDeadlineStep(taskId) is { Event: { } told } step && session.FindTask(taskId) is { } task)
                _webhooks.Add(session, Told(told, task, step), task.InstanceId);
            return ValueTask.FromResult(WorkStep.Commit(true));
        }, ct);
        // Whoever was faster has set the next timer; anything else is tried again.
        if (result is not (CommitResult.Committed or CommitResult.Stale))
            throw new InvalidOperationException($"The store refused the unit: {result}.");
    }

    /// <summary>Open tasks to which the published rule with that key is the one that applies.</summary>
    public async Task<IReadOnlyList<Guid>> FindOpenAsync(DeadlineRule rule, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        return await Narrow(db.Tasks.AsNoTracking().Where(task => task.State == TaskState.Open), rule)
            .OrderBy(task => task.Id).Select(task => task.Id).ToListAsync(ct);
    }

    /// <summary>Gives open tasks the deadlines of the plan in force; answers how many changed. Safe to repeat.</summary>
    public async Task<int> RenewAsync(IReadOnlyList<Guid> tasks, string actor, CancellationToken ct)
    {
        var renewed = 0;
        foreach (var slice in tasks.Chunk(Slice))
        {
            var (count, result) = await _units.RunAsync(actor, (session, _) =>
            {
                var changed = slice.Count(id => session.FindTask(id) is { } task && session.RenewDeadline(task));
                return ValueTask.FromResult(changed > 0 ? WorkStep.Commit(changed) : WorkStep.Nothing(0));
            }, ct);
            if (result != CommitResult.Committed)
                throw new StoreBusyException();
            renewed += count;
        }

        return renewed;
    }

    private static IQueryable<HumanTask> Narrow(IQueryable<HumanTask> tasks, DeadlineRule rule)
    {
        if (rule.Form is { } form)
            tasks = tasks.Where(task => task.Form == form);
        if (rule.Role is { } role)
            tasks = tasks.Where(task => task.Role == role);
        if (rule.Process is { } process)
            tasks = tasks.Where(task => task.DefinitionId == process);
        if (rule.Step is { } step)
            tasks = tasks.Where(task => task.ActivityId == step);
        return tasks;
    }

    // Ids and words only: whoever may know more asks for it.
    private static EventEmitted Told(string eventType, HumanTask task, DeadlineStep step) => new(
        $"task:{task.Id:N}:{step.Level}:{step.At.UtcTicks}",
        eventType,
        new JsonObject
        {
            ["taskId"] = task.Id.ToString(),
            ["form"] = task.Form,
            ["role"] = task.EscalatedFrom ?? task.Role,
            ["escalatedTo"] = step.Role,
            ["site"] = task.SiteKey,
            ["caseId"] = task.CaseId?.ToString(),
            ["definitionId"] = task.DefinitionId,
            ["instanceId"] = task.InstanceId,
            ["dueAt"] = task.DueAt?.UtcDateTime.ToString("O"),
            ["level"] = step.Level,
        });
}
