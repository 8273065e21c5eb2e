using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data.Queries;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>When things go wrong: nothing is lost from sight, and what was mended goes on.</summary>
public abstract class TroubleContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_failed_step_that_is_mended_and_tried_again_lets_the_instance_finish()
    {
        await using var stage = await WorkStage.OpenAsync(databases, Asking("later-form"));
        var done = await StartAsync(stage, "asking");
        await using var db = stage.OpenDb();
        var fault = await db.Incidents.SingleAsync();
        var form = (JsonObject)StageContent.Check.DeepClone();
        form["name"] = "later-form";
        (await stage.Services.GetRequiredService<ContentPublishing>().PublishFormAsync("later-form", form.ToJsonString(), "tester", None))
            .IsPublished.ShouldBeTrue();

        (await stage.Runtime.RetryAsync(done.InstanceId, fault.ActivityInstanceId, "tester", None)).ShouldBeOfType<RunAnswer.Done>();
        (await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        var instance = await db.Instances.SingleAsync(i => i.Id == done.InstanceId);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        instance.IncidentCount.ShouldBe(0);
        var records = await db.ActivityRecordsAsync(done.InstanceId, None);
        records.Count(record => record.ActivityId == "before").ShouldBe(1);
        (await stage.Runtime.RetryAsync(done.InstanceId, fault.ActivityInstanceId, "tester", None)).ShouldBeOfType<RunAnswer.NothingToDo>();
    }

    [Fact]
    public async Task One_failed_branch_leaves_the_others_and_their_tasks()
    {
        await using var stage = await WorkStage.OpenAsync(databases, Beside("ContinueWithIncidentsStrategy"));

        var done = await StartAsync(stage, "beside");

        done.SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        done.HasIncidents.ShouldBeTrue();
        (await stage.OpenTasksAsync()).ShouldHaveSingleItem();
        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.Id == done.InstanceId)).IncidentCount.ShouldBe(1);
    }

    [Fact]
    public async Task An_instance_that_ends_by_its_fault_leaves_no_task_that_leads_nowhere()
    {
        await using var stage = await WorkStage.OpenAsync(databases, Beside("FaultStrategy"));

        var done = await StartAsync(stage, "beside");

        done.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        await using var db = stage.OpenDb();
        (await db.Incidents.CountAsync(i => i.InstanceId == done.InstanceId)).ShouldBe(1);
        (await stage.OpenTasksAsync()).ShouldBeEmpty();
        var task = await db.Tasks.SingleAsync();
        (await stage.CheckAsync(task.Id, "fit")).ShouldBe(new SubmissionAnswer.Conflict("task.closed"));
    }

    [Fact]
    public async Task A_timer_of_an_instance_that_ended_by_its_fault_does_not_come_back_for_ever()
    {
        var json = WorkflowText.Flow("beside").Step("begin", "Elsa.Start").Step("fork", "Elsa.FlowFork", ("branches", "[a,b]"))
            .Step("nap", "Elsa.Delay", ("timeSpan", "01:00:00")).Step("fail", "Elsa.Fault", ("message", "broken"))
            .Connect("begin", "fork").Connect("fork", "nap", "a").Connect("fork", "fail", "b").Json;
        json["options"] = new JsonObject { ["incidentStrategyType"] = "FaultStrategy" };
        await using var stage = await WorkStage.OpenAsync(databases, json);
        await StartAsync(stage, "beside");

        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(2));
        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Timers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Cancelling_removes_bookmarks_tasks_timers_and_children_and_the_journal_says_why()
    {
        var child = WorkflowText.Flow("child").Step("begin", "Elsa.Start").Task("ask").Connect("begin", "ask").Json;
        var parent = WorkflowText.Flow("parent").Step("begin", "Elsa.Start")
            .Step("fork", "Elsa.FlowFork", ("branches", "[a,b,c]"))
            .Task("ask")
            .Step("nap", "Elsa.Delay", ("timeSpan", "02:00:00"))
            .Step("other", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "True"))
            .Connect("begin", "fork").Connect("fork", "ask", "a").Connect("fork", "nap", "b").Connect("fork", "other", "c").Json;
        await using var stage = await WorkStage.OpenAsync(databases, child, parent);
        var done = await StartAsync(stage, "parent");
        await stage.Drain.DrainAsync(None);
        (await stage.OpenTasksAsync()).Count.ShouldBe(2);

        await stage.Runtime.CancelAsync(done.InstanceId, "twice registered", "tester", None);
        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Bookmarks.CountAsync()).ShouldBe(0);
        (await db.Timers.CountAsync()).ShouldBe(0);
        (await db.Tasks.Select(task => task.State).Distinct().ToListAsync()).ShouldBe([TaskState.Cancelled]);
        (await db.Instances.Select(i => i.SubStatus).Distinct().ToListAsync()).ShouldBe([WorkflowSubStatus.Cancelled]);
        var journal = await db.JournalAsync(done.InstanceId, None);
        journal.ShouldContain(entry => entry.EventName == "Workflow cancelled" && entry.Message == "twice registered");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(3));
        (await stage.Drain.DrainAsync(None)).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_answered_before_a_kill_is_there_once_and_nothing_is_stuck()
    {
        var stage = await WorkStage.OpenAsync(databases);
        var answered = new List<string>();

        await KilledHost.RunUntilAsync(stage, ["arrive"], line =>
        {
            answered.Add(line);
            return answered.Count == 25;
        });

        await using var later = await stage.RestartAsync();
        await using var db = later.OpenDb();
        var stored = await db.Submissions.Select(s => s.IdempotencyKey).ToListAsync();
        answered.Except(stored).ShouldBeEmpty();
        stored.ShouldBeUnique();
        // Every running instance stands at exactly one step, and that step has its task or its timer.
        var running = await db.Instances.Where(i => i.Status == WorkflowStatus.Running).Select(i => i.Id).ToListAsync();
        foreach (var id in running)
        {
            (await db.Bookmarks.CountAsync(b => b.InstanceId == id)).ShouldBe(1);
            (await db.Tasks.CountAsync(t => t.InstanceId == id && t.State == TaskState.Open)
                + await db.Timers.CountAsync(t => t.InstanceId == id)).ShouldBe(1);
        }

        later.Clock.AdvanceTo(later.Clock.GetUtcNow().AddDays(2));
        await later.Drain.DrainAsync(None);
        foreach (var task in await later.OpenTasksAsync())
            (await later.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        foreach (var key in answered.Where(key => key.StartsWith("arrive", StringComparison.Ordinal)))
            (await later.ArriveAsync(key, key)).ShouldBeOfType<SubmissionAnswer.Duplicate>();
        (await db.Instances.CountAsync(i => i.Status == WorkflowStatus.Running)).ShouldBe(0);
    }

    [Fact]
    public async Task An_effect_committed_before_a_kill_is_carried_out_once_after_it()
    {
        var child = WorkflowText.Flow("child").Step("begin", "Elsa.Start").Task("ask").Connect("begin", "ask").Json;
        var stage = await WorkStage.OpenAsync(databases, child, Parent());

        await KilledHost.RunUntilAsync(stage, ["start", "parent"], line => line == "started");

        await using var later = await stage.RestartAsync();
        await using var db = later.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "child")).ShouldBe(0);
        await later.Drain.DrainAsync(None);
        await later.Drain.DrainAsync(None);
        (await db.Instances.CountAsync(i => i.DefinitionId == "child")).ShouldBe(1);
        (await later.CheckAsync((await later.OpenTasksAsync()).ShouldHaveSingleItem().Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        await later.Drain.DrainAsync(None);
        (await db.Instances.SingleAsync(i => i.DefinitionId == "parent")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_request_under_way_at_a_kill_is_repeated_with_the_same_key_and_counted_once()
    {
        await using var receiver = await Webhooks.Receiver.StartAsync();
        receiver.Hold();
        var calling = WorkflowText.Flow("calling").Variable("Status", "Object").Step("begin", "Elsa.Start")
            .Step("call", "Elsa.FlowSendHttpRequest", ("url", receiver.Url), ("method", "POST"), ("content", "hello"), ("contentType", "text/plain"))
            .Step("name", "Elsa.SetName", ("value", "called"))
            .Connect("begin", "call").Connect("call", "name", "200").Json;
        var stage = await WorkStage.OpenAsync(databases, Webhooks.Receiver.Allowance(receiver), calling);
        var done = await StartAsync(stage, "calling");

        await KilledHost.RunUntilAsync(stage, ["drain"], _ => false, receiver.UntilArrivedAsync(1));

        receiver.Release();
        await using var later = await stage.RestartAsync();
        (await later.Drain.DrainAsync(None)).ShouldBe(0); // the claim of the dead process holds until its lease is over
        later.Clock.AdvanceTo(later.Clock.GetUtcNow().AddMinutes(10));
        await later.Drain.DrainAsync(None);
        await later.Drain.DrainAsync(None);

        await using var db = later.OpenDb();
        var instance = await db.Instances.SingleAsync(i => i.Id == done.InstanceId);
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        instance.Name.ShouldBe("called");
        receiver.Arrived.Count.ShouldBe(2);
        receiver.Arrived.Distinct().ShouldHaveSingleItem().ShouldNotBeEmpty();
        (await db.ActivityRecordsAsync(done.InstanceId, None)).Count(record => record.ActivityId == "name").ShouldBe(1);
    }

    private static JsonObject Asking(string form) => WorkflowText.Flow("asking").Step("begin", "Elsa.Start")
        .Step("before", "Elsa.SetName", ("value", "asked"))
        .Step("task", "WorkflowHost.FormTask", ("form", form), ("role", "nurse"), ("site", "north"), ("outcomes", "[fit,again]"))
        .Connect("begin", "before").Connect("before", "task").Json;

    private static JsonObject Beside(string strategy)
    {
        var json = WorkflowText.Flow("beside").Step("begin", "Elsa.Start")
            .Step("fork", "Elsa.FlowFork", ("branches", "[a,b]")).Task("ask").Step("fail", "Elsa.Fault", ("message", "broken"))
            .Connect("begin", "fork").Connect("fork", "ask", "a").Connect("fork", "fail", "b").Json;
        json["options"] = new JsonObject { ["incidentStrategyType"] = strategy };
        return json;
    }

    private static JsonObject Parent() => WorkflowText.Flow("parent").Step("begin", "Elsa.Start")
        .Step("ask", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", "True"))
        .Connect("begin", "ask").Json;

    private static async Task<RunAnswer.Done> StartAsync(WorkStage stage, string definition) =>
        (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = definition }, "tester", None)).ShouldBeOfType<RunAnswer.Done>();
}

public sealed class SqliteTroubleTests() : TroubleContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresTroubleTests(PostgresDatabases databases) : TroubleContract(databases);
