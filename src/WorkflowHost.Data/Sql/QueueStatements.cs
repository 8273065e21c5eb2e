using System.Data.Common;

namespace WorkflowHost.Data.Sql;

/// <summary>Statements over the outbox, timers and time triggers: what workers claim and finish.</summary>
internal sealed class QueueStatements(WorkSchema schema, string skipLocked)
{
    /// <summary>Parameters: claimed until, lane, now (twice), the longest a claim made now could last, limit.</summary>
    public Statement ClaimOutbox { get; } = new(
        "UPDATE outbox SET claimed_until = $1, attempts = attempts + 1 WHERE id IN (" +
        "SELECT id FROM outbox WHERE state = 'pending' AND lane = $2 AND due_at <= $3 " +
        "AND (claimed_until IS NULL OR claimed_until <= $4 OR claimed_until > $5) " +
        $"ORDER BY due_at, id LIMIT $6{skipLocked}) RETURNING {schema.Outbox.Selected}",
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)],
        schema.Outbox[nameof(OutboxMessage.Lane)],
        schema.Outbox[nameof(OutboxMessage.DueAt)],
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)],
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)],
        schema.Outbox[nameof(OutboxMessage.Attempts)]);

    /// <summary>
    /// Lanes to others in which something is due and free. Parameters: now (twice), the longest a claim made now could last.
    /// </summary>
    public Statement DueLanes { get; } = new(
        "SELECT DISTINCT lane FROM outbox WHERE state = 'pending' AND lane > '' AND due_at <= $1 " +
        "AND (claimed_until IS NULL OR claimed_until <= $2 OR claimed_until > $3)",
        schema.Outbox[nameof(OutboxMessage.DueAt)],
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)],
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)]);

    /// <summary>Parameters: claimed until, now (twice), the longest a claim made now could last, limit.</summary>
    public Statement ClaimTimers { get; } = new(
        "UPDATE timers SET claimed_until = $1, attempts = attempts + 1 WHERE bookmark_id IN (" +
        "SELECT bookmark_id FROM timers WHERE due_at <= $2 AND (claimed_until IS NULL OR claimed_until <= $3 OR claimed_until > $4) " +
        $"ORDER BY due_at, bookmark_id LIMIT $5{skipLocked}) RETURNING {schema.Timers.Selected}",
        schema.Timers[nameof(StoredTimer.ClaimedUntil)],
        schema.Timers[nameof(StoredTimer.DueAt)],
        schema.Timers[nameof(StoredTimer.ClaimedUntil)],
        schema.Timers[nameof(StoredTimer.ClaimedUntil)],
        schema.Timers[nameof(StoredTimer.Attempts)]);

    /// <summary>Parameters as of <see cref="ClaimTimers"/>.</summary>
    public Statement ClaimTaskTimers { get; } = new(
        "UPDATE task_timers SET claimed_until = $1, attempts = attempts + 1 WHERE task_id IN (" +
        "SELECT task_id FROM task_timers WHERE due_at <= $2 AND (claimed_until IS NULL OR claimed_until <= $3 OR claimed_until > $4) " +
        $"ORDER BY due_at, task_id LIMIT $5{skipLocked}) RETURNING {schema.TaskTimers.Selected}",
        schema.TaskTimers[nameof(StoredTaskTimer.ClaimedUntil)],
        schema.TaskTimers[nameof(StoredTaskTimer.DueAt)],
        schema.TaskTimers[nameof(StoredTaskTimer.ClaimedUntil)],
        schema.TaskTimers[nameof(StoredTaskTimer.ClaimedUntil)],
        schema.TaskTimers[nameof(StoredTaskTimer.Attempts)]);

    /// <summary>Parameters: next due, now, limit.</summary>
    public Statement ClaimTimeTriggers { get; } = new(
        "UPDATE triggers SET due_at = $1 WHERE id IN (" +
        $"SELECT id FROM triggers WHERE due_at <= $2 ORDER BY due_at, id LIMIT $3{skipLocked}) " +
        $"RETURNING {schema.Triggers.Selected}",
        schema.Triggers[nameof(PublishedTrigger.DueAt)],
        schema.Triggers[nameof(PublishedTrigger.DueAt)],
        schema.Outbox[nameof(OutboxMessage.Attempts)]);

    public Statement FinishOutbox { get; } = new(
        "UPDATE outbox SET state = 'done', payload = '', claimed_until = NULL WHERE id = $1 AND state = 'pending'",
        schema.Outbox[nameof(OutboxMessage.Id)]);

    public Statement RetryOutbox { get; } = new(
        "UPDATE outbox SET due_at = $1, last_error = $2, claimed_until = NULL WHERE id = $3 AND state = 'pending'",
        schema.Outbox[nameof(OutboxMessage.DueAt)],
        schema.Outbox[nameof(OutboxMessage.LastError)],
        schema.Outbox[nameof(OutboxMessage.Id)]);

    public Statement BuryOutbox { get; } = new(
        "UPDATE outbox SET state = 'dead', last_error = $1, claimed_until = NULL WHERE id = $2 AND state = 'pending'",
        schema.Outbox[nameof(OutboxMessage.LastError)],
        schema.Outbox[nameof(OutboxMessage.Id)]);

    public Statement RetryTimer { get; } = new(
        "UPDATE timers SET due_at = $1, claimed_until = NULL WHERE bookmark_id = $2",
        schema.Timers[nameof(StoredTimer.DueAt)],
        schema.Timers[nameof(StoredTimer.BookmarkId)]);

    /// <summary>The task's timer, whether there was one or not; free again.</summary>
    public Statement SetTaskTimer { get; } = new(
        "INSERT INTO task_timers (task_id, due_at, attempts) VALUES ($1, $2, 0) " +
        "ON CONFLICT (task_id) DO UPDATE SET due_at = excluded.due_at, claimed_until = NULL, attempts = 0",
        schema.TaskTimers[nameof(StoredTaskTimer.TaskId)],
        schema.TaskTimers[nameof(StoredTaskTimer.DueAt)]);

    public Statement DropTaskTimer { get; } = new(
        "DELETE FROM task_timers WHERE task_id = $1", schema.TaskTimers[nameof(StoredTaskTimer.TaskId)]);

    public Statement RetryTaskTimer { get; } = new(
        "UPDATE task_timers SET due_at = $1, claimed_until = NULL WHERE task_id = $2",
        schema.TaskTimers[nameof(StoredTaskTimer.DueAt)],
        schema.TaskTimers[nameof(StoredTaskTimer.TaskId)]);

    public Statement NextDue { get; } = new(
        "SELECT MIN(due_at) FROM (" +
        "SELECT MIN(due_at) AS due_at FROM outbox WHERE state = 'pending' AND claimed_until IS NULL " +
        "UNION ALL SELECT MIN(due_at) FROM timers WHERE claimed_until IS NULL " +
        "UNION ALL SELECT MIN(due_at) FROM task_timers WHERE claimed_until IS NULL " +
        "UNION ALL SELECT MIN(due_at) FROM triggers) AS waiting");

    /// <summary>An instant that stands alone in the first column.</summary>
    public Func<DbDataReader, DateTimeOffset?> ReadInstant { get; } =
        schema.Outbox[nameof(OutboxMessage.ClaimedUntil)].CompileReader<DateTimeOffset?>();
}
