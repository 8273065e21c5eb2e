using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>
/// Gives a stimulus to everybody it is for, and keeps one that met nobody for who waits for it later (elsa-semantics 3.3).
/// What a stimulus did and that it is done commit together, so that a crash neither repeats nor loses it.
/// </summary>
internal sealed class StimulusDelivery(
    WorkUnits units, Bursts bursts, IDbContextFactory<WorkDb> databases, TimeProvider clock, IOptions<RunningOptions> options,
    ILogger<StimulusDelivery> log)
{
    private const string Actor = "system";

    /// <summary>Instances that one transaction starts or resumes.</summary>
    private const int Slice = 20;

    private volatile bool _mayBeWaiting = true;

    /// <summary>What one transaction of a delivery does; the message is done with it.</summary>
    public async ValueTask DeliverAsync(
        WorkSession session, ContentSnapshot snapshot, OutboxMessage message, SendStimulus sent, CancellationToken ct)
    {
        var met = sent.Rest is not null;
        if (sent is { InstanceId: null, Rest: null })
            StartAll(session, snapshot, message.IdempotencyKey, sent);
        // Who waits again after it was resumed is not among the rest: it has had its turn.
        IReadOnlyList<StoredBookmark> bookmarks = sent.Rest is { } rest
            ? [.. rest.Select(session.FindBookmark).OfType<StoredBookmark>()]
            : session.FindBookmarks(sent.Hash, NullIfEmpty(sent.CorrelationId), sent.InstanceId);
        foreach (var bookmark in bookmarks.Take(Slice))
            met |= await ResumeAsync(session, snapshot, bookmark, sent.Input, ct);
        if (bookmarks.Count > Slice)
        {
            var left = sent with
            {
                IdempotencyKey = sent.IdempotencyKey + "+",
                Rest = [.. bookmarks.Skip(Slice).Select(bookmark => bookmark.Id)],
            };
            session.AddOutbox(session.MessageFor(left, message.InstanceId ?? ""));
        }

        if (!met)
            Keep(session, sent);
        session.DoneOutbox(message);
    }

    /// <summary>Gives kept stimuli to who waits for them by now; returns how many found somebody.</summary>
    public async Task<int> DeliverKeptAsync(bool looksAnyway, CancellationToken ct)
    {
        if (!_mayBeWaiting && !looksAnyway)
            return 0;
        _mayBeWaiting = false;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.QueuedStimuli.AnyAsync(s => s.State == StimulusState.Waiting, ct))
            return 0;
        _mayBeWaiting = true;
        await ExpireAsync(db, ct);
        var meeting = await db.QueuedStimuli.AsNoTracking()
            .Where(s => s.State == StimulusState.Waiting && db.Bookmarks.Any(b => b.Hash == s.Hash
                && (s.CorrelationId == null || s.CorrelationId == b.CorrelationId)
                && (s.InstanceId == null || s.InstanceId == b.InstanceId)))
            .OrderBy(s => s.At).Select(s => s.Id).Take(200).ToListAsync(ct);
        var delivered = 0;
        foreach (var id in meeting)
            delivered += await DeliverKeptAsync(id, ct) ? 1 : 0;
        return delivered;
    }

    private async Task<bool> DeliverKeptAsync(Guid id, CancellationToken ct)
    {
        try
        {
            var (met, result) = await units.RunAsync(Actor, async (session, snapshot) =>
            {
                if (session.FindStimulus(id) is not { State: StimulusState.Waiting } kept)
                    return WorkStep.Nothing(false);
                var input = JsonNode.Parse(kept.InputJson)!.AsObject(); // we wrote it
                var met = false;
                foreach (var bookmark in session.FindBookmarks(kept.Hash, kept.CorrelationId, kept.InstanceId).Take(Slice))
                    met |= await ResumeAsync(session, snapshot, bookmark, input, ct);
                if (!met)
                    return WorkStep.Nothing(false);
                session.DoneStimulus(kept);
                return WorkStep.Commit(true);
            }, ct);
            return met && result == CommitResult.Committed;
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            log.LogError(e, "The kept stimulus {StimulusId} could not be delivered", id);
            await CountFailureAsync(id, e.Message, ct);
            return false;
        }
    }

    private Task CountFailureAsync(Guid id, string error, CancellationToken ct) => units.RunAsync(Actor, (session, _) =>
    {
        if (session.FindStimulus(id) is not { State: StimulusState.Waiting } kept)
            return ValueTask.FromResult(WorkStep.Nothing(false));
        kept.Attempts++;
        kept.LastError = error;
        if (kept.Attempts >= UnmetStimulus.MaxAttempts)
            kept.State = StimulusState.Failed;
        session.UpdateStimulus(kept);
        return ValueTask.FromResult(WorkStep.Commit(true));
    }, ct);

    private async Task ExpireAsync(WorkDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var oldest = now.AddMinutes(-options.Value.EventLifetimeInMinutes);
        await db.QueuedStimuli.Where(s => s.State == StimulusState.Waiting && s.At < oldest)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, StimulusState.Expired), ct);
        var dead = now.AddDays(-options.Value.DeadEventDays);
        await db.QueuedStimuli.Where(s => s.State != StimulusState.Waiting && s.At < dead).ExecuteDeleteAsync(ct);
    }

    private void StartAll(WorkSession session, ContentSnapshot snapshot, string key, SendStimulus sent)
    {
        foreach (var trigger in session.FindTriggers(sent.Hash))
        {
            var instanceId = DerivedId(key, trigger.DefinitionId, trigger.ActivityId);
            if (session.FindInstance(instanceId) is not null || snapshot.FindWorkflow(trigger.DefinitionId) is not { } workflow)
                continue;
            var started = bursts.Start(session, snapshot, workflow, instanceId, new StartWorkflow
            {
                Input = sent.Input.DeepClone().AsObject(),
                CorrelationId = NullIfEmpty(sent.CorrelationId),
                TriggerActivityId = trigger.ActivityId,
            }, new BurstOrigin(null), StartDoor.Event);
            if (started is null)
                log.LogInformation("{DefinitionId} was not started by an event: one already runs", trigger.DefinitionId);
        }
    }

    private async ValueTask<bool> ResumeAsync(
        WorkSession session, ContentSnapshot snapshot, StoredBookmark bookmark, JsonObject input, CancellationToken ct) =>
        await bursts.ContinueAsync(
            session, snapshot, bookmark.InstanceId, new ResumeBookmark(bookmark.Id, input.DeepClone().AsObject()),
            new BurstOrigin(null), ct) is { Applied: true };

    private void Keep(WorkSession session, SendStimulus sent)
    {
        session.AddStimulus(new QueuedStimulus
        {
            Name = sent.Name,
            Hash = sent.Hash,
            CorrelationId = NullIfEmpty(sent.CorrelationId),
            InstanceId = sent.InstanceId,
            InputJson = sent.Input.ToJsonString(EngineJson.Options),
            At = session.Now,
        });
        _mayBeWaiting = true;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // The same id at every attempt: a delivery that is repeated finds the instance it has started.
    private static string DerivedId(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..16];
}
