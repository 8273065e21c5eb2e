using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Data;

/// <summary>The durable store of one program: opens units of work and hands out what workers have to do.</summary>
public interface IWorkStore : IAsyncDisposable
{
    /// <summary>
    /// A unit of work under the plan in force. Costs nothing until it reads; takes no lock until it commits.
    /// </summary>
    WorkSession Open(string actor, DateTimeOffset now, Plan plan);

    /// <summary>
    /// Due messages of a lane, oldest first, claimed until <paramref name="now"/> + <paramref name="lease"/> and counted as
    /// attempted. No two workers get the same one within the lease. The empty lane is our own work.
    /// </summary>
    Task<IReadOnlyList<OutboxMessage>> ClaimOutboxAsync(
        string lane, DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Lanes to others in which a message is due and free.</summary>
    IReadOnlyList<string> FindDueLanes(DateTimeOffset now);

    /// <summary>Due timers, earliest first, claimed in the same way.</summary>
    Task<IReadOnlyList<StoredTimer>> ClaimTimersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Due deadlines of tasks, earliest first, claimed in the same way.</summary>
    Task<IReadOnlyList<StoredTaskTimer>> ClaimTaskTimersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Due time triggers of published definitions, claimed by moving them to <paramref name="now"/> + <paramref name="lease"/>.</summary>
    Task<IReadOnlyList<PublishedTrigger>> ClaimTimeTriggersAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Puts a claimed message back until <paramref name="dueAt"/>.</summary>
    Task RetryOutboxAsync(Guid id, string error, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Gives a message up; it stays visible.</summary>
    Task BuryOutboxAsync(Guid id, string error, CancellationToken cancellationToken);

    /// <summary>Puts a claimed timer back until <paramref name="dueAt"/>.</summary>
    Task RetryTimerAsync(string bookmarkId, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Puts a claimed deadline back until <paramref name="dueAt"/>.</summary>
    Task RetryTaskTimerAsync(Guid taskId, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Removes a timer whose instance no longer waits.</summary>
    Task DropTimerAsync(string bookmarkId, CancellationToken cancellationToken);

    /// <summary>When the next timer, time trigger or message is due that nobody has claimed; null when nothing waits.</summary>
    DateTimeOffset? NextDue();
}
