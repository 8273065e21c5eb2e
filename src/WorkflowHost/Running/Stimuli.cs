using System.Text.Json.Nodes;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Takes in what instances may wait for; it is delivered at once, or kept for who waits for it later.</summary>
public sealed class Stimuli
{
    private readonly WorkUnits _units;

    internal Stimuli(WorkUnits units) => _units = units;

    /// <summary>Something happened (elsa-semantics 3.5). Durable when this returns.</summary>
    /// <param name="name">Name of the event.</param>
    /// <param name="payload">What came with it, or null.</param>
    /// <param name="correlationId">Only instances with this id; null any.</param>
    /// <param name="instanceId">Only this instance; null any, and starts too.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="ct">Counts only before the commit.</param>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was stored.</exception>
    public Task SendEventAsync(
        string name, JsonNode? payload, string? correlationId, string? instanceId, string actor, CancellationToken ct) =>
        StoreAsync(SendStimulus.Of(new PublishEvent(NewKey("event"), name, payload, correlationId, instanceId)), "event.received", name, actor, ct);

    /// <summary>A task that a RunTask asked for is done (elsa-semantics 3.4). An unknown id is kept like any stimulus nobody waits for.</summary>
    /// <param name="taskId">Id that the workflow made.</param>
    /// <param name="result">What the task gave, or null.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="ct">Counts only before the commit.</param>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was stored.</exception>
    public Task CompleteTaskAsync(string taskId, JsonNode? result, string actor, CancellationToken ct) =>
        StoreAsync(SendStimulus.OfTask(NewKey("task"), taskId, result), "task.reported", taskId, actor, ct);

    /// <summary>Lets a dead letter wait for somebody once more; false when there is none of that id.</summary>
    public async Task<bool> ReplayAsync(Guid id, string actor, CancellationToken ct)
    {
        var (isReplayed, result) = await _units.RunAsync(actor, (session, _) =>
        {
            if (session.FindStimulus(id) is not { } kept || kept.State == StimulusState.Waiting)
                return ValueTask.FromResult(WorkStep.Nothing(false));
            (kept.State, kept.Attempts, kept.At) = (StimulusState.Waiting, 0, session.Now);
            session.UpdateStimulus(kept);
            session.Audit("stimulus.replayed", "stimulus", id.ToString(), null);
            return ValueTask.FromResult(WorkStep.Commit(true));
        }, ct);
        return isReplayed && result == CommitResult.Committed;
    }

    private async Task StoreAsync(SendStimulus stimulus, string action, string subject, string actor, CancellationToken ct)
    {
        var (_, result) = await _units.RunAsync(actor, (session, _) =>
        {
            session.AddOutbox(session.MessageFor(stimulus, stimulus.InstanceId ?? ""));
            session.Audit(action, "stimulus", subject, null);
            return ValueTask.FromResult(WorkStep.Commit(true));
        }, ct);
        if (result != CommitResult.Committed)
            throw new StoreBusyException();
    }

    private static string NewKey(string word) => $"{word}:{Guid.CreateVersion7():N}";
}
