using WorkflowHost.Cases.Plans;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>The store over either database; made by <see cref="WorkStores"/>.</summary>
internal sealed class WorkStore(Database database, WorkSchema schema) : IWorkStore
{
    private static readonly TimeSpan LongestLease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private readonly FolioNumbers _folios = new(database, schema);

    public WorkSession Open(string actor, DateTimeOffset now, Plan plan) =>
        new(database, schema, _folios, plan, now, actor);

    public async Task<IReadOnlyList<OutboxMessage>> ClaimOutboxAsync(
        string lane, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        var statement = schema.Queue.ClaimOutbox;
        var rows = await database.ClaimAsync(
            statement, statement.Convert(now + lease, lane, now, now, Longest(now, lease), limit), schema.Outbox.Read, cancellationToken)
            .ConfigureAwait(false);
        return rows.OrderBy(m => m.DueAt).ThenBy(m => m.Id).ToList();
    }

    public IReadOnlyList<string> FindDueLanes(DateTimeOffset now)
    {
        using var lane = database.Rent();
        var statement = schema.Queue.DueLanes;
        return lane.Query(statement, statement.Convert(now, now, Longest(now, LongestLease)), reader => reader.GetString(0));
    }

    public async Task<IReadOnlyList<StoredTimer>> ClaimTimersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        var statement = schema.Queue.ClaimTimers;
        var rows = await database.ClaimAsync(
            statement, statement.Convert(now + lease, now, now, Longest(now, lease), limit), schema.Timers.Read, cancellationToken)
            .ConfigureAwait(false);
        return rows.OrderBy(t => t.DueAt).ThenBy(t => t.BookmarkId, StringComparer.Ordinal).ToList();
    }

    public async Task<IReadOnlyList<StoredTaskTimer>> ClaimTaskTimersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        var statement = schema.Queue.ClaimTaskTimers;
        var rows = await database.ClaimAsync(
            statement, statement.Convert(now + lease, now, now, Longest(now, lease), limit), schema.TaskTimers.Read, cancellationToken)
            .ConfigureAwait(false);
        return rows.OrderBy(t => t.DueAt).ThenBy(t => t.TaskId).ToList();
    }

    public Task<IReadOnlyList<PublishedTrigger>> ClaimTimeTriggersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        var statement = schema.Queue.ClaimTimeTriggers;
        return database.ClaimAsync(
            statement, statement.Convert(now + lease, now, limit), schema.Triggers.Read, cancellationToken);
    }

    public Task RetryOutboxAsync(Guid id, string error, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        database.CommitAsync([schema.Queue.RetryOutbox.With(dueAt, error, id)], cancellationToken);

    public Task BuryOutboxAsync(Guid id, string error, CancellationToken cancellationToken) =>
        database.CommitAsync([schema.Queue.BuryOutbox.With(error, id)], cancellationToken);

    public Task RetryTimerAsync(string bookmarkId, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        database.CommitAsync([schema.Queue.RetryTimer.With(dueAt, bookmarkId)], cancellationToken);

    public Task RetryTaskTimerAsync(Guid taskId, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        database.CommitAsync([schema.Queue.RetryTaskTimer.With(dueAt, taskId)], cancellationToken);

    public Task DropTimerAsync(string bookmarkId, CancellationToken cancellationToken) =>
        database.CommitAsync([schema.Run.DropTimer.With(bookmarkId)], cancellationToken);

    public DateTimeOffset? NextDue()
    {
        using var lane = database.Rent();
        return lane.Query(schema.Queue.NextDue, [], schema.Queue.ReadInstant).Single();
    }

    // A claim that reaches further was made before the clock was set back; its owner may be long gone.
    private static DateTimeOffset Longest(DateTimeOffset now, TimeSpan lease) => now + lease + ClocksDiffer;

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
