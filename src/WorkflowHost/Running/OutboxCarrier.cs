using System.Text.Json.Nodes;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Delivery;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>
/// Carries out one claimed outbox message. What can share the store's transaction consumes the row in it; requests to
/// others go out first and are recognisable by their key when a crash repeats them.
/// </summary>
internal sealed class OutboxCarrier(
    WorkUnits units, Bursts bursts, StimulusDelivery stimuli, IWorkStore store, IOutward outward,
    TimeProvider clock, ILogger<OutboxCarrier> log)
{
    private const string Actor = "system";

    public async Task CarryOutAsync(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            if (message.Kind == OutboxKind.Webhook)
                await DeliverAsync(message, ct);
            else
                await ApplyAsync(message, OutboxKind.Read(message), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            // The worker is an edge: whatever went wrong with one message is written on it and delays only it.
            log.LogError(e, "Outbox message {MessageId} of kind {Kind} failed at attempt {Attempt}", message.Id, message.Kind, message.Attempts);
            await PutBackAsync(message, e.Message, ct);
        }
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken ct)
    {
        switch (await outward.DeliverAsync(message, ct))
        {
            case DeliveryVerdict.Delivered:
                await ConsumeAsync(message, (_, _) => ValueTask.CompletedTask, ct);
                break;
            case DeliveryVerdict.TryAgain again:
                await store.RetryOutboxAsync(message.Id, again.Reason, again.At, ct);
                break;
            case DeliveryVerdict.GivenUp given:
                await store.BuryOutboxAsync(message.Id, given.Reason, ct);
                break;
            default:
                throw new InvalidOperationException("Unknown verdict.");
        }
    }

    private Task ApplyAsync(OutboxMessage message, WorkflowEffect effect, CancellationToken ct) => effect switch
    {
        DispatchWorkflow dispatch => ConsumeAsync(message, (session, snapshot) => DispatchAsync(session, snapshot, dispatch, ct), ct),
        ResumeParent resume => ConsumeAsync(message, (session, snapshot) => ResumeParentAsync(session, snapshot, resume, ct), ct),
        CancelChild cancel => ConsumeAsync(message, (session, snapshot) => CancelAsync(session, snapshot, cancel, ct), ct),
        PublishEvent published => SendAsync(message, SendStimulus.Of(published), ct),
        SendStimulus stimulus => SendAsync(message, stimulus, ct),
        SendHttp send => SendAsync(message, send, ct),
        _ => throw new InvalidOperationException($"Nothing carries out {effect.GetType().Name}."),
    };

    private async ValueTask DispatchAsync(
        WorkSession session, ContentSnapshot snapshot, DispatchWorkflow dispatch, CancellationToken ct)
    {
        if (session.FindInstance(dispatch.ChildInstanceId) is not null)
            return;
        var workflow = snapshot.FindWorkflow(dispatch.DefinitionId)
            ?? throw new InvalidOperationException($"Workflow '{dispatch.DefinitionId}' is not published any more.");
        var started = bursts.Start(session, snapshot, workflow, dispatch.ChildInstanceId, new StartWorkflow
        {
            Input = dispatch.Input,
            CorrelationId = dispatch.CorrelationId,
            ParentInstanceId = dispatch.ParentInstanceId,
            ParentWaitsAt = dispatch.Wait ? dispatch.DispatchedBy : null,
        }, new BurstOrigin(null), StartDoor.Dispatch);
        if (started is not null)
            return;
        session.Audit("workflow.start-refused", "definition", dispatch.DefinitionId, new JsonObject { ["parent"] = dispatch.ParentInstanceId });
        if (dispatch.Wait)
            await ResumeParentAsync(session, snapshot, RefusedChild.Of(dispatch), ct);
    }

    private async ValueTask ResumeParentAsync(
        WorkSession session, ContentSnapshot snapshot, ResumeParent resume, CancellationToken ct)
    {
        foreach (var bookmark in session.FindBookmarks(resume.BookmarkHash, null, resume.ParentInstanceId))
        {
            await bursts.ContinueAsync(
                session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, resume.Input), new BurstOrigin(null), ct);
            return;
        }
    }

    private async ValueTask CancelAsync(WorkSession session, ContentSnapshot snapshot, CancelChild cancel, CancellationToken ct) =>
        await bursts.ContinueAsync(
            session, snapshot, cancel.ChildInstanceId, new CancelInstance("The parent was cancelled."), new BurstOrigin(null), ct);

    private Task SendAsync(OutboxMessage message, SendStimulus stimulus, CancellationToken ct) =>
        RequireAsync(units.RunAsync(Actor, async (session, snapshot) =>
        {
            await stimuli.DeliverAsync(session, snapshot, message, stimulus, ct);
            return WorkStep.Commit(true);
        }, ct));

    private async Task SendAsync(OutboxMessage message, SendHttp send, CancellationToken ct)
    {
        var answer = await outward.RequestAsync(send, ct);
        if (send.Retry?.WaitAfter(message.Attempts) is { } wait && IsWorthAnother(answer))
        {
            await store.RetryOutboxAsync(message.Id, "the answer was not final", clock.GetUtcNow() + wait, ct);
            return;
        }

        await ConsumeAsync(message, async (session, snapshot) =>
        {
            if (session.FindBookmark(send.BookmarkId) is { } bookmark)
                await bursts.ContinueAsync(
                    session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, answer.ToInput()), new BurstOrigin(null), ct);
        }, ct);
    }

    private static bool IsWorthAnother(HttpAnswer answer) =>
        answer.TimedOut || answer.FailedToConnect || (answer.StatusCode is { } status && HttpRetry.Statuses.Contains(status));

    private Task ConsumeAsync(
        OutboxMessage message, Func<WorkSession, ContentSnapshot, ValueTask> work, CancellationToken ct) =>
        RequireAsync(units.RunAsync(Actor, async (session, snapshot) =>
        {
            await work(session, snapshot);
            session.DoneOutbox(message);
            return WorkStep.Commit(true);
        }, ct));

    private static async Task RequireAsync(Task<(bool Answer, CommitResult Result)> running)
    {
        var (_, result) = await running;
        if (result != CommitResult.Committed)
            throw new InvalidOperationException($"The store refused the unit: {result}.");
    }

    private Task PutBackAsync(OutboxMessage message, string reason, CancellationToken ct) =>
        RetrySchedule.After(message.Attempts, Random.Shared.NextDouble()) is { } wait
            ? store.RetryOutboxAsync(message.Id, reason, clock.GetUtcNow() + wait, ct)
            : store.BuryOutboxAsync(message.Id, reason, ct);
}
