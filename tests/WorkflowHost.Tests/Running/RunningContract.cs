using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>What submissions, workflows and workers promise, on every database.</summary>
public abstract class RunningContract(IDatabases databases)
{
    [Fact]
    public async Task A_form_opens_a_case_and_the_next_task_in_one_transaction()
    {
        await using var stage = await WorkStage.OpenAsync(databases);

        var accepted = (await stage.ArriveAsync("Ana")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        var task = (await stage.OpenTasksAsync()).ShouldHaveSingleItem();
        task.Id.ShouldBe(accepted.OpenedTasks.ShouldHaveSingleItem());
        task.InstanceId.ShouldBe(accepted.InstanceId);
        task.Role.ShouldBe("nurse");
        task.DueAt.ShouldBe(stage.Clock.GetUtcNow().AddHours(4));
        await using var db = stage.OpenDb();
        (await db.Cases.SingleAsync()).Title.ShouldBe("Ana");
        (await db.Bookmarks.SingleAsync()).Id.ShouldBe(task.BookmarkId);
        var fact = await db.Facts.SingleAsync();
        fact.SubmissionId.ShouldBe(accepted.SubmissionId);
        fact.Date.ShouldBe(new DateOnly(2022, 1, 10));
        (await db.Audit.CountAsync(a => a.Action == "submission.accepted")).ShouldBe(1);
    }

    [Fact]
    public async Task A_completed_task_leads_to_a_place()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await stage.ArriveAsync("Ana");
        var task = (await stage.OpenTasksAsync()).Single();

        (await stage.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        await using var db = stage.OpenDb();
        (await db.Stays.SingleAsync()).State.ShouldBe(StayState.Reserved);
        (await db.Instances.SingleAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await db.Tasks.SingleAsync()).Outcome.ShouldBe("fit");
        (await db.Bookmarks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_against_its_rules_stores_nothing()
    {
        await using var stage = await WorkStage.OpenAsync(databases);

        var answer = (await stage.ArriveAsync("")).ShouldBeOfType<SubmissionAnswer.Invalid>();

        answer.Result.Errors.ShouldHaveSingleItem().Path.ShouldBe("name");
        await using var db = stage.OpenDb();
        (await db.Submissions.CountAsync()).ShouldBe(0);
        (await db.Instances.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task The_same_key_has_one_effect()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        var first = (await stage.ArriveAsync("Ana", "key-1")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        var again = await stage.ArriveAsync("Ana", "key-1");
        var other = await stage.ArriveAsync("Berta", "key-1");

        again.ShouldBe(new SubmissionAnswer.Duplicate(first.SubmissionId, first.InstanceId));
        other.ShouldBe(new SubmissionAnswer.Conflict("key.reused"));
        await using var db = stage.OpenDb();
        (await db.Cases.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_sent_many_times_at_once_has_one_effect()
    {
        await using var stage = await WorkStage.OpenAsync(databases);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => stage.ArriveAsync("Ana", "key-1"))));

        answers.OfType<SubmissionAnswer.Accepted>().Count().ShouldBe(1);
        answers.OfType<SubmissionAnswer.Duplicate>().Count().ShouldBe(19);
        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Only_one_of_many_completes_a_task()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await stage.ArriveAsync("Ana");
        var task = (await stage.OpenTasksAsync()).Single();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => stage.CheckAsync(task.Id, "fit"))));

        answers.OfType<SubmissionAnswer.Accepted>().Count().ShouldBe(1);
        answers.OfType<SubmissionAnswer.Conflict>().Count().ShouldBe(19);
        await using var db = stage.OpenDb();
        (await db.Stays.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("clerk", "north")]
    [InlineData("nurse", "south")]
    [InlineData("stranger", null)]
    public async Task A_role_or_site_that_does_not_reach_the_task_is_refused(string role, string? site)
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await stage.ArriveAsync("Ana");
        var task = (await stage.OpenTasksAsync()).Single();

        var answer = await stage.CheckAsync(task.Id, "fit", by: WorkStage.Member(role, site));

        answer.ShouldBeOfType<SubmissionAnswer.Forbidden>();
        (await stage.OpenTasksAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task No_more_people_are_placed_than_there_are_beds()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        for (var i = 0; i < 12; i++)
            await stage.ArriveAsync($"Person {i}");
        var tasks = await stage.OpenTasksAsync();

        var answers = await Task.WhenAll(tasks.Select(task => Task.Run(() => stage.CheckAsync(task.Id, "fit"))));

        answers.ShouldAllBe(answer => answer is SubmissionAnswer.Accepted);
        await using var db = stage.OpenDb();
        (await db.Stays.CountAsync(s => s.State == StayState.Reserved)).ShouldBe(8);
        (await db.Pools.AsNoTracking().ToListAsync()).ShouldAllBe(pool => pool.Taken <= pool.Capacity);
        (await db.Instances.CountAsync(i => i.Name == "Sin lugar")).ShouldBe(4);
    }

    [Fact]
    public async Task A_timer_fires_when_it_is_due_and_not_before()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await stage.ArriveAsync("Ana");
        await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "again");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(23));

        var early = await stage.Drain.DrainAsync(CancellationToken.None);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(1));
        var due = await stage.Drain.DrainAsync(CancellationToken.None);

        early.ShouldBe(0);
        due.ShouldBe(1);
        (await stage.OpenTasksAsync()).ShouldHaveSingleItem().ActivityId.ShouldBe("check");
    }

    [Fact]
    public async Task A_cancelled_instance_takes_its_tasks_along()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        var accepted = (await stage.ArriveAsync("Ana")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        var answer = await stage.Runtime.CancelAsync(accepted.InstanceId, "duplicate", "tester", CancellationToken.None);

        answer.ShouldBeOfType<RunAnswer.Done>().SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        await using var db = stage.OpenDb();
        (await db.Tasks.SingleAsync()).State.ShouldBe(TaskState.Cancelled);
        (await db.Bookmarks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_step_that_fails_becomes_an_incident_and_can_be_tried_again()
    {
        var broken = WorkflowText.Flow("broken")
            .Step("begin", "Elsa.Start")
            .Step("task", "WorkflowHost.FormTask", ("form", "no-such-form"), ("role", "nurse"))
            .Connect("begin", "task").Json;
        await using var stage = await WorkStage.OpenAsync(databases, broken);

        var done = (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "broken" }, "tester", CancellationToken.None))
            .ShouldBeOfType<RunAnswer.Done>();

        done.Status.ShouldBe(WorkflowStatus.Running);
        await using var db = stage.OpenDb();
        var incident = await db.Incidents.SingleAsync();
        incident.ActivityId.ShouldBe("task");
        incident.Message.ShouldContain("no-such-form");
        (await stage.Runtime.RetryAsync(done.InstanceId, incident.ActivityInstanceId, "tester", CancellationToken.None))
            .ShouldBeOfType<RunAnswer.Done>();
        (await db.Incidents.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task A_child_that_is_waited_for_lets_its_parent_go_on()
    {
        var child = WorkflowText.Flow("child")
            .Step("begin", "Elsa.Start").Step("name", "Elsa.SetName", ("value", "The child")).Connect("begin", "name").Json;
        var parent = WorkflowText.Flow("parent")
            .Step("begin", "Elsa.Start")
            .Step("ask", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "True"))
            .Step("name", "Elsa.SetName", ("value", "The parent"))
            .Connect("begin", "ask").Connect("ask", "name").Json;
        await using var stage = await WorkStage.OpenAsync(databases, child, parent);
        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "parent" }, "tester", CancellationToken.None);

        await stage.Drain.DrainAsync(CancellationToken.None);

        await using var db = stage.OpenDb();
        var instances = await db.Instances.OrderBy(i => i.Name).ToListAsync();
        instances.Select(i => i.Name).ShouldBe(["The child", "The parent"]);
        instances.ShouldAllBe(i => i.SubStatus == WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task An_event_reaches_who_waits_for_it_and_starts_who_begins_with_it()
    {
        var waiting = WorkflowText.Flow("waiting")
            .Step("begin", "Elsa.Start").Step("event", "Elsa.Event", ("eventName", "bell"))
            .Connect("begin", "event").Json;
        var started = WorkflowText.Flow("started").Step("event", "Elsa.Event", canStart: true, ("eventName", "bell")).Json;
        var ringer = WorkflowText.Flow("ringer")
            .Step("begin", "Elsa.Start").Step("ring", "Elsa.PublishEvent", ("eventName", "bell")).Connect("begin", "ring").Json;
        await using var stage = await WorkStage.OpenAsync(databases, waiting, started, ringer);
        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "waiting" }, "tester", CancellationToken.None);
        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "ringer" }, "tester", CancellationToken.None);

        await stage.Drain.DrainAsync(CancellationToken.None);

        await using var db = stage.OpenDb();
        var finished = await db.Instances.Where(i => i.Status == WorkflowStatus.Finished).Select(i => i.DefinitionId).ToListAsync();
        finished.Order().ShouldBe(["ringer", "started", "waiting"]);
    }

    [Fact]
    public async Task A_time_trigger_starts_its_workflow_each_time_it_is_due()
    {
        var hourly = WorkflowText.Flow("hourly").Step("timer", "Elsa.Timer", canStart: true, ("interval", "01:00:00")).Json;
        await using var stage = await WorkStage.OpenAsync(databases, hourly);
        var early = await stage.Drain.DrainAsync(CancellationToken.None);

        for (var i = 0; i < 3; i++)
        {
            stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(61));
            await stage.Drain.DrainAsync(CancellationToken.None);
            await stage.Drain.DrainAsync(CancellationToken.None);
        }

        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "hourly" && i.Status == WorkflowStatus.Finished)).ShouldBe(3 + early);
    }

    [Fact]
    public async Task What_was_left_in_rows_is_carried_out_after_a_restart()
    {
        var child = WorkflowText.Flow("child")
            .Step("begin", "Elsa.Start").Step("name", "Elsa.SetName", ("value", "The child")).Connect("begin", "name").Json;
        var parent = WorkflowText.Flow("parent")
            .Step("begin", "Elsa.Start")
            .Step("ask", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "False"))
            .Connect("begin", "ask").Json;
        var first = await WorkStage.OpenAsync(databases, child, parent);
        await first.Runtime.StartAsync(new StartRequest { DefinitionId = "parent" }, "tester", CancellationToken.None);
        await using var second = await first.RestartAsync();

        await second.Drain.DrainAsync(CancellationToken.None);

        await using var db = second.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "child" && i.Status == WorkflowStatus.Finished)).ShouldBe(1);
    }
}
