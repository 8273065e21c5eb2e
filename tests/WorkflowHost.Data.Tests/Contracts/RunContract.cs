using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Queries;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class RunContract(IDatabases databases) : StoreContract(databases)
{
    private const string Id = "0123456789abcdef";

    [Fact]
    public async Task A_burst_leaves_instance_state_bookmark_timer_and_journal()
    {
        var commit = SampleWorkflow.Start(Id, Noon, "C-1");
        await CommitAsync(s => s.SaveBurst(commit, null));

        using var session = Open();
        var instance = session.FindInstance(Id).ShouldNotBeNull();
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        instance.Revision.ShouldBe(1);
        instance.CorrelationId.ShouldBe("C-1");
        WorkflowState.Parse(instance.StateJson!).Bookmarks.Single().Id.ShouldBe(commit.BookmarksCreated[0].Id);
        session.FindBookmark(commit.BookmarksCreated[0].Id)!.CorrelationId.ShouldBe("C-1");
        Store.NextDue().ShouldBe(Noon.AddMinutes(10));
        await using var db = Db();
        var journal = await db.JournalAsync(Id, CancellationToken.None);
        journal.Select(e => e.Sequence).ShouldBe(Enumerable.Range(0, journal.Count));
        journal[^1].EventName.ShouldBe("Suspended");
        (await db.ActivityRecordsAsync(Id, CancellationToken.None)).Select(r => r.ActivityId)
            .ShouldBe(["Workflow1", "seq", "wait"]);
    }

    [Fact]
    public async Task A_resumed_instance_moves_on_in_one_commit()
    {
        var started = SampleWorkflow.Start(Id, Noon);
        await CommitAsync(s => s.SaveBurst(started, null));
        await CommitAsync(s => Resume(s, started.BookmarksCreated[0].Id), Noon.AddMinutes(10));

        Store.NextDue().ShouldBeNull();
        using (var session = Open())
        {
            session.FindBookmark(started.BookmarksCreated[0].Id).ShouldBeNull();
            var waiting = session.FindBookmarks(SampleWorkflow.GoHash, null, null).ShouldHaveSingleItem();
            session.FindBookmarks(SampleWorkflow.GoHash, "C-9", null).ShouldBeEmpty();
            session.FindBookmarks(SampleWorkflow.GoHash, null, "ffffffffffffffff").ShouldBeEmpty();
            Resume(session, waiting.Id);
            session.FindBookmarks(SampleWorkflow.GoHash, null, null).ShouldBeEmpty();
            session.FindInstance(Id)!.Status.ShouldBe(WorkflowStatus.Finished);
            (await session.CommitAsync(CancellationToken.None)).IsCommitted.ShouldBeTrue();
        }

        await using var db = Db();
        (await db.Bookmarks.CountAsync()).ShouldBe(0);
        (await db.Instances.SingleAsync()).Revision.ShouldBe(3);
        var journal = await db.JournalAsync(Id, CancellationToken.None);
        journal.Select(e => e.Sequence).ShouldBe(Enumerable.Range(0, journal.Count));
        var records = await db.ActivityRecordsAsync(Id, CancellationToken.None);
        records.ShouldAllBe(r => r.Status == ActivityStatus.Completed);
        records.Select(r => r.Id).ShouldBeUnique();
        (await db.Outbox.SingleAsync()).Kind.ShouldBe(nameof(PublishEvent));
    }

    [Fact]
    public async Task Of_two_bursts_from_one_state_the_second_is_stale()
    {
        var started = SampleWorkflow.Start(Id, Noon);
        await CommitAsync(s => s.SaveBurst(started, null));
        using var first = Open();
        using var second = Open();
        Resume(first, started.BookmarksCreated[0].Id);
        Resume(second, started.BookmarksCreated[0].Id);

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);

        await using var db = Db();
        (await db.Bursts.CountAsync()).ShouldBe(2);
        (await db.Bookmarks.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_new_instance_is_stored_once()
    {
        await CommitAsync(s => s.SaveBurst(SampleWorkflow.Start(Id, Noon), null));

        using var again = Open();
        again.SaveBurst(SampleWorkflow.Start(Id, Noon), null);
        (await again.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);
    }

    [Fact]
    public async Task A_task_goes_when_its_bookmark_goes()
    {
        var started = SampleWorkflow.Start(Id, Noon);
        var task = await CommitAsync(s =>
        {
            s.SaveBurst(started, null);
            var opened = Task(started.BookmarksCreated[0].Id);
            s.OpenTask(opened);
            return opened;
        });

        await CommitAsync(s => Resume(s, started.BookmarksCreated[0].Id), Noon.AddMinutes(10));

        using var session = Open();
        var cancelled = session.FindTask(task.Id)!;
        cancelled.State.ShouldBe(TaskState.Cancelled);
        cancelled.ClosedAt.ShouldBe(Noon.AddMinutes(10));
    }

    [Fact]
    public async Task A_new_correlation_id_reaches_the_bookmarks_that_wait()
    {
        var started = SampleWorkflow.Start(Id, Noon, "old");
        await CommitAsync(s => s.SaveBurst(started, null));

        await CommitAsync(s => s.SaveBurst(
            started with { CorrelationId = "new", BookmarksCreated = [], Journal = [] }, s.FindInstance(Id)));

        using var session = Open();
        session.FindBookmark(started.BookmarksCreated[0].Id)!.CorrelationId.ShouldBe("new");
    }

    [Fact]
    public async Task A_deleted_instance_leaves_nothing_that_waits()
    {
        var started = SampleWorkflow.Start(Id, Noon);
        var task = Task(started.BookmarksCreated[0].Id);
        await CommitAsync(s =>
        {
            s.SaveBurst(started, null);
            s.OpenTask(task);
        });

        await CommitAsync(s => s.DeleteInstance(Id));

        await using var db = Db();
        (await db.Instances.CountAsync() + await db.InstanceStates.CountAsync() + await db.Bursts.CountAsync()
            + await db.Bookmarks.CountAsync() + await db.Timers.CountAsync()).ShouldBe(0);
        (await db.Tasks.SingleAsync()).State.ShouldBe(TaskState.Cancelled);
    }

    [Fact]
    public async Task Triggers_are_replaced_as_a_whole()
    {
        var trigger = new StoredTrigger("go", "Elsa.Event", "Elsa.Event", "hash-1", null);
        await CommitAsync(s => s.ReplaceTriggers("sample", "v1", [trigger, trigger with { Hash = "hash-2", DueAt = Noon }]));
        Store.NextDue().ShouldBe(Noon);

        await CommitAsync(s => s.ReplaceTriggers("sample", "v2", [trigger]));

        using var session = Open();
        session.FindTriggers("hash-1").ShouldHaveSingleItem().DefinitionVersionId.ShouldBe("v2");
        session.FindTriggers("hash-2").ShouldBeEmpty();
        Store.NextDue().ShouldBeNull();
    }

    private static HumanTask Task(string bookmarkId) => new()
    {
        InstanceId = Id, BookmarkId = bookmarkId, Form = "intake", Title = "Intake", Role = "clerk",
    };

    private static void Resume(WorkSession session, string bookmarkId)
    {
        var instance = session.FindInstance(Id)!;
        session.SaveBurst(SampleWorkflow.Resume(instance, bookmarkId, session.Now), instance);
    }
}
