using System.Text.Json;
using WorkflowHost.Cases;
using WorkflowHost.Data.Sql;
using WorkflowHost.Engine;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly List<OutboxMessage> _messages = [];
    private readonly List<Guid> _messagesDone = [];
    private readonly List<Write> _triggerWrites = [];

    /// <summary>Stores something to be carried out after the commit; a known idempotency key is left as it is.</summary>
    public void AddOutbox(OutboxMessage message)
    {
        message.CreatedAt = Now;
        _messages.Add(message);
    }

    /// <summary>
    /// The message has been carried out by what this unit does. When somebody else has finished it meanwhile, the commit
    /// ends as <see cref="CommitResult.Stale"/> and nothing happens twice.
    /// </summary>
    public void DoneOutbox(OutboxMessage message) => _messagesDone.Add(message.Id);

    /// <summary>The message that stands for an effect: kind is the effect's type name, payload its JSON.</summary>
    public OutboxMessage MessageFor(WorkflowEffect effect, string instanceId, string lane = "") => new()
    {
        Id = OrderedId.Next(Now),
        Kind = effect.GetType().Name,
        Payload = JsonSerializer.Serialize(effect, effect.GetType(), EngineJson.Options),
        IdempotencyKey = effect.IdempotencyKey,
        InstanceId = instanceId,
        Lane = lane,
        DueAt = Now,
    };

    /// <summary>Triggers of published definitions with that hash.</summary>
    public IReadOnlyList<PublishedTrigger> FindTriggers(string hash) =>
        Query(_schema.Run.TriggersByHash, _schema.Triggers.Read, hash);

    /// <summary>Replaces all triggers of a definition; with none it can no longer be started from outside.</summary>
    public void ReplaceTriggers(string definitionId, string definitionVersionId, IEnumerable<StoredTrigger> triggers)
    {
        _triggerWrites.Add(_schema.Run.DropTriggers.With(definitionId));
        foreach (var trigger in triggers)
        {
            _triggerWrites.Add(_schema.Triggers.InsertOf(new PublishedTrigger
            {
                Id = OrderedId.Next(Now),
                DefinitionId = definitionId,
                DefinitionVersionId = definitionVersionId,
                ActivityId = trigger.ActivityId,
                ActivityType = trigger.ActivityType,
                Name = trigger.Name,
                Hash = trigger.Hash,
                PayloadJson = trigger.Payload?.ToJsonString(EngineJson.Options),
                DueAt = trigger.DueAt ?? TimerSchedule.Next(trigger, Now),
            }));
        }
    }

    /// <summary>Sets when a time trigger fires next; null never again.</summary>
    public void RescheduleTrigger(PublishedTrigger trigger, DateTimeOffset? dueAt) =>
        _triggerWrites.Add(_schema.Run.RescheduleTrigger.With(dueAt, trigger.Id));

    private void WriteQueues(List<Write> writes)
    {
        foreach (var id in _messagesDone)
            writes.Add(_schema.Queue.FinishOutbox.Expect(CommitResult.Stale, id));
        foreach (var message in _messages)
            writes.Add(_schema.Outbox.InsertOf(message) with { Statement = _schema.Outbox.InsertIfNew });
        writes.AddRange(_triggerWrites);
    }
}
