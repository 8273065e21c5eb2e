using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Runs the interpreter inside a unit of work and puts all it decided into that unit.</summary>
internal sealed class Bursts(PublishedContent content, WebhookFanOut webhooks, StartGate gate)
{
    /// <summary>Starts an instance of the given version; null when its activation strategy forbids it now.</summary>
    public WorkflowCommit? Start(
        WorkSession session, ContentSnapshot snapshot, CompiledWorkflow workflow, string instanceId, StartWorkflow start,
        BurstOrigin origin, StartDoor door, WorkflowHttpRequest? http = null) =>
        gate.Allows(session, workflow, instanceId, start.CorrelationId, door)
            ? Run(session, snapshot, workflow, instanceId, null, start, origin, http)
            : null;

    /// <summary>Continues a stored instance; null when it, or the version it runs on, is gone.</summary>
    public async ValueTask<WorkflowCommit?> ContinueAsync(
        WorkSession session, ContentSnapshot snapshot, string instanceId, WorkflowStimulus stimulus, BurstOrigin origin,
        CancellationToken ct, WorkflowHttpRequest? http = null)
    {
        if (await session.FindInstanceAsync(instanceId, ct) is not { } before
            || await content.FindWorkflowVersionAsync(before.DefinitionVersionId, ct) is not { } workflow)
            return null;
        return Run(session, snapshot, workflow, instanceId, before, stimulus, origin, http);
    }

    private WorkflowCommit Run(
        WorkSession session,
        ContentSnapshot snapshot,
        CompiledWorkflow workflow,
        string instanceId,
        StoredInstance? before,
        WorkflowStimulus stimulus,
        BurstOrigin origin,
        WorkflowHttpRequest? http)
    {
        session.CurrentInstance = instanceId;
        session.CurrentSubmission = origin.Submission?.Id;
        var commit = snapshot.Interpreter.Run(new WorkflowActivation
        {
            Workflow = workflow,
            InstanceId = instanceId,
            State = before?.ParseState(),
            Stimulus = stimulus,
            Now = session.Now,
            Host = new BurstHost(session, snapshot, origin),
            HttpRequest = http,
        });
        if (commit.Applied)
            Save(session, commit, before);
        return commit;
    }

    // The store would keep every effect as it is; events become one message per subscriber, and log lines none.
    private void Save(WorkSession session, WorkflowCommit commit, StoredInstance? before)
    {
        session.SaveBurst(WithoutEffects(commit), before);
        CloseTasksOfFaulted(session, commit);
        foreach (var (instanceId, effect) in EffectsOf(commit))
        {
            if (effect is EventEmitted emitted)
                webhooks.Add(session, emitted, instanceId);
            else if (OutboxKind.Carries(effect))
                session.AddOutbox(session.MessageFor(effect, instanceId, OutboxKind.LaneOf(effect)));
        }
    }

    // Nobody should fill a form that leads nowhere. Elsa keeps the bookmarks of an instance that ended by its fault.
    private static void CloseTasksOfFaulted(WorkSession session, WorkflowCommit commit)
    {
        foreach (var child in commit.Children)
            CloseTasksOfFaulted(session, child);
        if (commit.SubStatus == WorkflowSubStatus.Faulted)
            session.CancelTasks(commit.InstanceId);
    }

    private static WorkflowCommit WithoutEffects(WorkflowCommit commit) =>
        commit with { Effects = [], Children = [.. commit.Children.Select(WithoutEffects)] };

    private static IEnumerable<(string InstanceId, WorkflowEffect Effect)> EffectsOf(WorkflowCommit commit) =>
        commit.Children.SelectMany(EffectsOf).Concat(commit.Effects.Select(effect => (commit.InstanceId, effect)));
}
