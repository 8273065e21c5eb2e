using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class QueueContract(IDatabases databases) : StoreContract(databases)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_message_is_claimed_once_within_its_lease()
    {
        await AddAsync("a", "b");

        var first = await ClaimAsync(Noon);
        (await ClaimAsync(Noon.AddSeconds(29))).ShouldBeEmpty();
        var second = await ClaimAsync(Noon.AddSeconds(31));

        first.Select(m => m.IdempotencyKey).ShouldBe(["a", "b"]);
        second.Select(m => m.Attempts).ShouldBe([2, 2]);
    }

    [Fact]
    public async Task A_claim_from_before_the_clock_was_set_back_holds_nothing_up()
    {
        await AddAsync("a");
        var started = SampleWorkflow.Start("0123456789abcdef", Noon);
        await CommitAsync(s => s.SaveBurst(started, null));
        await ClaimAsync(Noon.AddHours(1));
        await Store.ClaimTimersAsync(Noon.AddHours(1), Lease, 10, CancellationToken.None);

        var afterTheJump = Noon.AddMinutes(15);

        (await ClaimAsync(afterTheJump)).ShouldHaveSingleItem();
        (await Store.ClaimTimersAsync(afterTheJump, Lease, 10, CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Many_workers_share_the_messages_without_overlap()
    {
        await AddAsync([.. Enumerable.Range(0, 200).Select(i => $"k{i}")]);

        var claimed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            var mine = new List<Guid>();
            while (await Store.ClaimOutboxAsync("", Noon, Lease, 7, CancellationToken.None) is { Count: > 0 } batch)
                mine.AddRange(batch.Select(m => m.Id));
            return mine;
        })));

        claimed.SelectMany(c => c).Count().ShouldBe(200);
        claimed.SelectMany(c => c).Distinct().Count().ShouldBe(200);
    }

    [Fact]
    public async Task A_message_is_done_once_and_forgets_its_payload()
    {
        await AddAsync("a");
        var message = (await ClaimAsync(Noon))[0];

        await CommitAsync(s => s.DoneOutbox(message));
        using var again = Open();
        again.DoneOutbox(message);
        again.Audit("never", "x", "1", null);
        (await again.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);

        await using var db = Db();
        var stored = await db.Outbox.SingleAsync();
        stored.State.ShouldBe(OutboxState.Done);
        stored.Payload.ShouldBe("");
        (await db.Audit.CountAsync()).ShouldBe(0);
        (await ClaimAsync(Noon.AddDays(1))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_with_a_known_key_is_not_stored_again()
    {
        await AddAsync("a");
        await AddAsync("a", "b");

        (await ClaimAsync(Noon)).Select(m => m.IdempotencyKey).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_failed_message_comes_back_later_and_a_hopeless_one_stays_visible()
    {
        await AddAsync("a", "b");
        var messages = await ClaimAsync(Noon);
        await Store.RetryOutboxAsync(messages[0].Id, "timeout", Noon.AddMinutes(5), CancellationToken.None);
        await Store.BuryOutboxAsync(messages[1].Id, "gone", CancellationToken.None);

        Store.NextDue().ShouldBe(Noon.AddMinutes(5));
        (await ClaimAsync(Noon.AddMinutes(4))).ShouldBeEmpty();
        var again = (await ClaimAsync(Noon.AddMinutes(5))).ShouldHaveSingleItem();
        again.LastError.ShouldBe("timeout");
        again.Attempts.ShouldBe(2);
        await using var db = Db();
        (await db.Outbox.SingleAsync(m => m.State == OutboxState.Dead)).LastError.ShouldBe("gone");
    }

    [Fact]
    public async Task A_timer_is_due_at_its_time_and_never_before()
    {
        var commit = SampleWorkflow.Start("0123456789abcdef", Noon);
        await CommitAsync(s => s.SaveBurst(commit, null));

        (await ClaimTimersAsync(Noon.AddMinutes(10).AddMicroseconds(-1))).ShouldBeEmpty();
        var due = (await ClaimTimersAsync(Noon.AddMinutes(10))).ShouldHaveSingleItem();
        due.BookmarkId.ShouldBe(commit.BookmarksCreated[0].Id);
        (await ClaimTimersAsync(Noon.AddMinutes(10))).ShouldBeEmpty();
        Store.NextDue().ShouldBeNull();

        await Store.RetryTimerAsync(due.BookmarkId, Noon.AddMinutes(11), CancellationToken.None);
        Store.NextDue().ShouldBe(Noon.AddMinutes(11));
    }

    [Fact]
    public async Task A_time_trigger_fires_once_per_due_time()
    {
        await CommitAsync(s => s.ReplaceTriggers(
            "sample", "v1", [new Engine.StoredTrigger("t", "Elsa.Timer", "Elsa.Timer", "h", null) { DueAt = Noon }]));

        var trigger = (await Store.ClaimTimeTriggersAsync(Noon, Lease, 10, CancellationToken.None)).ShouldHaveSingleItem();
        (await Store.ClaimTimeTriggersAsync(Noon, Lease, 10, CancellationToken.None)).ShouldBeEmpty();
        await CommitAsync(s => s.RescheduleTrigger(trigger, Noon.AddHours(1)));

        Store.NextDue().ShouldBe(Noon.AddHours(1));
    }

    private Task AddAsync(params string[] keys) => CommitAsync(s =>
    {
        foreach (var key in keys)
        {
            s.AddOutbox(new OutboxMessage { Kind = "Test", Payload = "{}", IdempotencyKey = key, DueAt = Noon });
        }
    });

    private Task<IReadOnlyList<OutboxMessage>> ClaimAsync(DateTimeOffset now) =>
        Store.ClaimOutboxAsync("", now, Lease, 100, CancellationToken.None);

    private Task<IReadOnlyList<StoredTimer>> ClaimTimersAsync(DateTimeOffset now) =>
        Store.ClaimTimersAsync(now, Lease, 100, CancellationToken.None);
}
