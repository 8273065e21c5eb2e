using System.Security.Cryptography;
using System.Text;
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
    WorkUnits units, Bursts bursts, IWorkStore store, WebhookDelivering webhooks, WorkflowRequests requests,
    TimeProvider clock, ILogger<OutboxCarrier> log)
{
    private const string Actor = "system";
    private static readonly BurstOrigin Background = new(null);

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
        switch (await webhooks.AttemptAsync(message, ct))
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
        DispatchWorkflow dispatch => ConsumeAsync(message, (session, snapshot) => Dispatch(session, snapshot, dispatch), ct),
        ResumeParent resume => ConsumeAsync(message, (session, snapshot) => ResumeParentAsync(session, snapshot, resume, ct), ct),
        CancelChild cancel => ConsumeAsync(message, (session, snapshot) => CancelAsync(session, snapshot, cancel, ct), ct),
        PublishEvent published => PublishAsync(message, published, ct),
        SendHttp send => SendAsync(message, send, ct),
        _ => throw new InvalidOperationException($"Nothing carries out {effect.GetType().Name}."),
    };

    private ValueTask Dispatch(WorkSession session, ContentSnapshot snapshot, DispatchWorkflow dispatch)
    {
        if (session.FindInstance(dispatch.ChildInstanceId) is not null)
            return ValueTask.CompletedTask;
        var workflow = snapshot.FindWorkflow(dispatch.DefinitionId)
            ?? throw new InvalidOperationException($"Workflow '{dispatch.DefinitionId}' is not published any more.");
        bursts.Start(session, snapshot, workflow, dispatch.ChildInstanceId, new StartWorkflow
        {
            Input = dispatch.Input,
            CorrelationId = dispatch.CorrelationId,
            ParentInstanceId = dispatch.ParentInstanceId,
            ParentWaitsAt = dispatch.Wait ? dispatch.DispatchedBy : null,
        }, Background);
        return ValueTask.CompletedTask;
    }

    private async ValueTask ResumeParentAsync(
        WorkSession session, ContentSnapshot snapshot, ResumeParent resume, CancellationToken ct)
    {
        foreach (var bookmark in session.FindBookmarks(resume.BookmarkHash, null, resume.ParentInstanceId))
        {
            await bursts.ContinueAsync(
                session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, resume.Input), Background, ct);
            return;
        }
    }

    private async ValueTask CancelAsync(WorkSession session, ContentSnapshot snapshot, CancelChild cancel, CancellationToken ct) =>
        await bursts.ContinueAsync(
            session, snapshot, cancel.ChildInstanceId, new CancelInstance("The parent was cancelled."), Background, ct);

    // One transaction per receiver. A repetition after a crash finds the bookmarks burnt and the instances started.
    private async Task PublishAsync(OutboxMessage message, PublishEvent published, CancellationToken ct)
    {
        var hash = StimulusHasher.OfEvent(published.Name);
        var input = new JsonObject { [WorkflowInputKeys.EventPayload] = published.Payload?.DeepClone() };
        var (receivers, _) = await units.RunAsync(Actor, (session, _) => ValueTask.FromResult(WorkStep.Nothing((
            Triggers: published.InstanceId is null ? session.FindTriggers(hash) : [],
            Bookmarks: session.FindBookmarks(hash, published.CorrelationId, published.InstanceId)))), ct);
        foreach (var trigger in receivers.Triggers)
            await StartByEventAsync(message, published, trigger, input, ct);
        foreach (var bookmark in receivers.Bookmarks)
        {
            await RequireAsync(units.RunAsync(Actor, async (session, snapshot) =>
            {
                var commit = await bursts.ContinueAsync(
                    session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, input), Background, ct);
                return commit is { Applied: true } ? WorkStep.Commit(true) : WorkStep.Nothing(false);
            }, ct));
        }

        await ConsumeAsync(message, (_, _) => ValueTask.CompletedTask, ct);
    }

    private Task StartByEventAsync(
        OutboxMessage message, PublishEvent published, PublishedTrigger trigger, JsonObject input, CancellationToken ct)
    {
        var instanceId = DerivedId(message.IdempotencyKey, trigger.DefinitionId, trigger.ActivityId);
        return RequireAsync(units.RunAsync(Actor, (session, snapshot) =>
        {
            if (session.FindInstance(instanceId) is not null || snapshot.FindWorkflow(trigger.DefinitionId) is not { } workflow)
                return ValueTask.FromResult(WorkStep.Nothing(false));
            bursts.Start(session, snapshot, workflow, instanceId, new StartWorkflow
            {
                Input = input,
                CorrelationId = published.CorrelationId,
                TriggerActivityId = trigger.ActivityId,
            }, Background);
            return ValueTask.FromResult(WorkStep.Commit(true));
        }, ct));
    }

    private async Task SendAsync(OutboxMessage message, SendHttp send, CancellationToken ct)
    {
        var answer = await requests.SendAsync(send, ct);
        await ConsumeAsync(message, async (session, snapshot) =>
        {
            if (session.FindBookmark(send.BookmarkId) is { } bookmark)
                await bursts.ContinueAsync(
                    session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, answer.ToInput()), Background, ct);
        }, ct);
    }

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

    private static string DerivedId(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
