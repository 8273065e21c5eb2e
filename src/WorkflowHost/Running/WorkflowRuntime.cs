using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>Commands to workflows from people and interfaces: each is one transaction.</summary>
public sealed class WorkflowRuntime
{
    private readonly WorkUnits _units;
    private readonly Bursts _bursts;
    private readonly PublishedContent _content;

    internal WorkflowRuntime(WorkUnits units, Bursts bursts, PublishedContent content)
    {
        _units = units;
        _bursts = bursts;
        _content = content;
    }

    public Task<RunAnswer> StartAsync(StartRequest request, string actor, CancellationToken ct) =>
        UnitAsync(actor, async (session, snapshot) =>
        {
            var workflow = request.VersionId is { } version
                ? await _content.FindWorkflowVersionAsync(version, ct)
                : snapshot.FindWorkflow(request.DefinitionId);
            if (workflow is null)
                return Step(null);
            var instanceId = request.InstanceId ?? BurstHost.NewInstanceId();
            if (request.InstanceId is not null && session.FindInstance(instanceId) is not null)
                return Step(null);
            var start = new StartWorkflow
            {
                Input = request.Input,
                CorrelationId = request.CorrelationId,
                Name = request.Name,
                TriggerActivityId = request.TriggerActivityId,
            };
            var door = request.Http is null ? StartDoor.Command : StartDoor.HttpEndpoint;
            return _bursts.Start(session, snapshot, workflow, instanceId, start, new BurstOrigin(null), door, request.Http) is { } commit
                ? Step(commit)
                : WorkStep.Nothing<RunAnswer>(new RunAnswer.CannotStart());
        }, ct);

    public Task<RunAnswer> ResumeAsync(string bookmarkId, JsonObject? input, string actor, CancellationToken ct) =>
        ResumeAsync(bookmarkId, input, null, actor, ct);

    /// <summary>Resumes with the HTTP request that an endpoint in the middle of a workflow waits for.</summary>
    public Task<RunAnswer> ResumeAsync(
        string bookmarkId, JsonObject? input, WorkflowHttpRequest? http, string actor, CancellationToken ct) =>
        CommandAsync(actor, async (session, snapshot) => await session.FindInstanceAtAsync(bookmarkId, ct) is { } waiting
            ? await _bursts.ContinueAsync(
                session, snapshot, waiting.Id, new ResumeBookmark(bookmarkId, input), new BurstOrigin(null), ct, http)
            : null, ct);

    /// <summary>Starts what a due time trigger starts, and sets when it is due next, in one transaction.</summary>
    internal Task<RunAnswer> FireAsync(PublishedTrigger trigger, CancellationToken ct) =>
        UnitAsync("system", (session, snapshot) =>
        {
            var published = snapshot.FindWorkflow(trigger.DefinitionId);
            if (published?.Definition.Id != trigger.DefinitionVersionId)
                return ValueTask.FromResult(Step(null));
            var schedule = new StoredTrigger(
                trigger.ActivityId, trigger.ActivityType, trigger.Name, trigger.Hash,
                trigger.PayloadJson is null ? null : JsonNode.Parse(trigger.PayloadJson) as JsonObject);
            session.RescheduleTrigger(trigger, TimerSchedule.Next(schedule, session.Now));
            var start = new StartWorkflow { TriggerActivityId = trigger.ActivityId };
            var commit = _bursts.Start(
                session, snapshot, published, BurstHost.NewInstanceId(), start, new BurstOrigin(null), StartDoor.Time);
            // Also when nothing was started, the trigger has had its turn.
            return ValueTask.FromResult(commit is null ? WorkStep.Commit<RunAnswer>(new RunAnswer.CannotStart()) : Step(commit));
        }, ct);

    /// <summary>Cancels an instance with its bookmarks, tasks, timers and dispatched children.</summary>
    public Task<RunAnswer> CancelAsync(string instanceId, string? reason, string actor, CancellationToken ct) =>
        StimulateAsync(instanceId, new CancelInstance(reason), actor, ct);

    /// <summary>Runs a faulted activity once more; finished steps are not repeated.</summary>
    public Task<RunAnswer> RetryAsync(string instanceId, string activityInstanceId, string actor, CancellationToken ct) =>
        StimulateAsync(instanceId, new RetryActivity(activityInstanceId), actor, ct);

    /// <summary>Gives an existing instance a stimulus.</summary>
    public Task<RunAnswer> StimulateAsync(string instanceId, WorkflowStimulus stimulus, string actor, CancellationToken ct) =>
        CommandAsync(
            actor,
            (session, snapshot) => _bursts.ContinueAsync(session, snapshot, instanceId, stimulus, new BurstOrigin(null), ct),
            ct);

    private Task<RunAnswer> CommandAsync(
        string actor, Func<WorkSession, ContentSnapshot, ValueTask<WorkflowCommit?>> command, CancellationToken ct) =>
        UnitAsync(actor, async (session, snapshot) => Step(await command(session, snapshot)), ct);

    private async Task<RunAnswer> UnitAsync(
        string actor, Func<WorkSession, ContentSnapshot, ValueTask<WorkStep<RunAnswer>>> unit, CancellationToken ct)
    {
        var (answer, result) = await _units.RunAsync(actor, unit, ct);
        return result switch
        {
            CommitResult.Committed => answer,
            CommitResult.Busy => throw new StoreBusyException(),
            _ => new RunAnswer.Conflict(),
        };
    }

    private static WorkStep<RunAnswer> Step(WorkflowCommit? commit) => commit switch
    {
        null => WorkStep.Nothing<RunAnswer>(new RunAnswer.NotFound()),
        { Applied: false } => WorkStep.Nothing<RunAnswer>(new RunAnswer.NothingToDo()),
        _ => WorkStep.Commit<RunAnswer>(new RunAnswer.Done(
            commit.InstanceId, commit.Status, commit.SubStatus, commit.HttpResponse, commit.Incidents.Count > 0)),
    };
}
