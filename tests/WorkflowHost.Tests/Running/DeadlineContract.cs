using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Delivery;
using WorkflowHost.Running;
using WorkflowHost.Tests.Soak;

namespace WorkflowHost.Tests.Running;

/// <summary>What deadlines of tasks promise, on every database.</summary>
public abstract class DeadlineContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    // The step says PT4H itself: reminded after three hours, escalated after six, eight and ten.
    private const string Rule =
        """
        {"key": "check", "form": "check", "remind": [{"before": "PT1H"}],
         "escalate": [{"after": "PT2H", "every": "PT2H", "times": 3, "priority": "urgent", "role": "chief", "event": "task.overdue"}]}
        """;

    private static readonly Submitter Chief = WorkStage.Member("chief", "north");

    [Fact]
    public async Task A_task_nobody_does_is_reminded_of_and_escalated_each_at_its_time()
    {
        await using var stage = await StageAsync(Rule);
        await stage.ArriveAsync("Ana");

        (await AfterAsync(stage, 2.9)).Reminders.ShouldBe(0);
        (await AfterAsync(stage, 3)).Reminders.ShouldBe(1);
        (await AfterAsync(stage, 5.9)).Escalations.ShouldBe(0);
        var task = await AfterAsync(stage, 6);

        (task.Escalations, task.Priority, task.Role, task.EscalatedTo).ShouldBe((1, TaskPriority.Urgent, "nurse", "chief"));
        (await AfterAsync(stage, 50)).Escalations.ShouldBe(3);
        await using var db = stage.OpenDb();
        (await db.TaskTimers.CountAsync()).ShouldBe(0);
        (await db.Audit.Where(a => a.SubjectId == task.Id.ToString()).Select(a => a.Action).ToListAsync())
            .ShouldBe(["task.reminded", "task.escalated", "task.escalated", "task.escalated"]);
    }

    [Fact]
    public async Task A_task_that_is_done_is_left_alone()
    {
        await using var stage = await StageAsync(Rule);
        await stage.ArriveAsync("Ana");
        await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "fit");

        await DrainAsync(stage, 50);

        await using var db = stage.OpenDb();
        (await db.TaskTimers.CountAsync()).ShouldBe(0);
        (await db.Tasks.SingleAsync()).Reminders.ShouldBe(0);
    }

    [Fact]
    public async Task The_event_of_an_escalation_becomes_one_message_per_subscriber_and_level()
    {
        await using var stage = await StageAsync(Rule);
        await SubscribeAsync(stage, "task.overdue");
        await stage.ArriveAsync("Ana");

        await stage.Drain.FireTimersAsync(None);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(50));
        await stage.Drain.FireTimersAsync(None);

        await using var db = stage.OpenDb();
        var messages = await db.Outbox.Where(m => m.Kind == "Webhook").ToListAsync();
        messages.Count.ShouldBe(3);
        messages.ShouldAllBe(m => m.Payload.Contains("task.overdue") && !m.Payload.Contains("Ana"));
    }

    [Fact]
    public async Task Whoever_got_the_task_by_escalation_may_do_it_and_nobody_before()
    {
        await using var stage = await StageAsync(Rule);
        await stage.ArriveAsync("Ana");
        var task = (await stage.OpenTasksAsync()).Single();
        (await stage.CheckAsync(task.Id, "fit", by: Chief)).ShouldBeOfType<SubmissionAnswer.Forbidden>();

        await DrainAsync(stage, 6);

        (await stage.CheckAsync(task.Id, "fit", by: WorkStage.Member("chief", "south"))).ShouldBeOfType<SubmissionAnswer.Forbidden>();
        (await stage.CheckAsync(task.Id, "fit", by: Chief)).ShouldBeOfType<SubmissionAnswer.Accepted>();
    }

    [Fact]
    public async Task A_changed_plan_reaches_open_tasks_only_when_somebody_says_so()
    {
        await using var stage = await StageAsync(Rule);
        await stage.ArriveAsync("Ana");
        await PublishPlanAsync(stage, """{"key": "check", "form": "check", "remind": [{"before": "PT3H"}]}""");
        (await AfterAsync(stage, 1)).Reminders.ShouldBe(0);
        var deadlines = stage.Services.GetRequiredService<TaskDeadlines>();
        var open = await deadlines.FindOpenAsync(stage.Content.Plan.Deadlines[0], None);

        (await deadlines.RenewAsync(open, "designer", None)).ShouldBe(1);
        (await deadlines.RenewAsync(open, "designer", None)).ShouldBe(0);

        // What the new rule had meant for an hour ago is past; the escalations of the old one are gone.
        var task = await AfterAsync(stage, 50);
        (task.Reminders, task.Escalations).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Killed_in_the_middle_no_step_is_skipped_or_taken_twice()
    {
        await using var stage = await StageAsync(Rule);
        for (var i = 0; i < 60; i++)
            await stage.ArriveAsync($"Ana {i}");
        await SubscribeAsync(stage, "task.overdue");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(50));

        await KilledHost.RunUntilAsync(stage, ["deadlines"], line => line == "20");
        var before = await CountAsync(stage);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(3)); // the leases of the dead
        await stage.Drain.FireTimersAsync(None);

        before.ShouldBeInRange(1, 239);
        await ShouldBeWholeAsync(stage, 60);
    }

    [Fact]
    public async Task Two_programs_at_once_take_each_step_once()
    {
        await using var stage = await StageAsync(Rule);
        for (var i = 0; i < 20; i++)
            await stage.ArriveAsync($"Ana {i}");
        await SubscribeAsync(stage, "task.overdue");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(50));
        var deadlines = stage.Services.GetRequiredService<TaskDeadlines>();
        var tasks = await stage.OpenTasksAsync();

        // As if leases had run out under their workers: the same steps, many times at once.
        await Task.WhenAll(Enumerable.Range(0, 4).SelectMany(_ => tasks.Select(task => deadlines.FireAsync(task.Id, None))));
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(3));
        await stage.Drain.FireTimersAsync(None);

        await ShouldBeWholeAsync(stage, 20);
    }

    [Fact]
    public async Task A_store_that_fails_and_loses_answers_takes_each_step_once()
    {
        await using var stage = await WorkStage.OpenOverAsync(
            databases, options => WorkData.OpenStore(options, new FaultyDatabase(WorkData.OpenDatabase(options), seed: 5)));
        await PublishPlanAsync(stage, Rule);
        for (var i = 0; i < 20; i++)
            await ArriveSomehowAsync(stage, $"ana-{i}");
        await SubscribeAsync(stage, "task.overdue");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(50));

        for (var i = 0; i < 40; i++)
        {
            await FireSomehowAsync(stage);
            stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(3));
        }

        await ShouldBeWholeAsync(stage, 20);
    }

    private static async Task FireSomehowAsync(WorkStage stage)
    {
        try
        {
            await stage.Drain.FireTimersAsync(None);
        }
        catch (StoreUnavailableException)
        {
            // The worker looks again a second later.
        }
    }

    private static async Task ArriveSomehowAsync(WorkStage stage, string key)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            try
            {
                await stage.ArriveAsync(key, key);
                return;
            }
            catch (StoreUnavailableException)
            {
                // The sender tries again with the same key.
            }
        }

        throw new InvalidOperationException("The store never took it.");
    }

    private static async Task ShouldBeWholeAsync(WorkStage stage, int tasks)
    {
        await using var db = stage.OpenDb();
        var all = await db.Tasks.ToListAsync();
        all.Count.ShouldBe(tasks);
        all.ShouldAllBe(task => task.Reminders == 1 && task.Escalations == 3 && task.DeadlineStep == 4);
        (await db.Audit.CountAsync(a => a.Action == "task.reminded")).ShouldBe(tasks);
        (await db.Audit.CountAsync(a => a.Action == "task.escalated")).ShouldBe(3 * tasks);
        (await db.Outbox.CountAsync(m => m.Kind == "Webhook")).ShouldBe(3 * tasks);
        (await db.TaskTimers.CountAsync()).ShouldBe(0);
    }

    private static async Task<int> CountAsync(WorkStage stage)
    {
        await using var db = stage.OpenDb();
        return await db.Audit.CountAsync(a => a.Action == "task.reminded" || a.Action == "task.escalated");
    }

    private static async Task<HumanTask> AfterAsync(WorkStage stage, double hours)
    {
        await DrainAsync(stage, hours);
        return (await stage.OpenTasksAsync()).Single();
    }

    private static async Task DrainAsync(WorkStage stage, double hoursAfterArrival)
    {
        await using var db = stage.OpenDb();
        var at = (await db.Tasks.AsNoTracking().OrderBy(t => t.CreatedAt).FirstAsync()).CreatedAt.AddHours(hoursAfterArrival);
        if (at > stage.Clock.GetUtcNow())
            stage.Clock.AdvanceTo(at);
        await stage.Drain.FireTimersAsync(None);
    }

    private async Task<WorkStage> StageAsync(string rule)
    {
        var stage = await WorkStage.OpenAsync(databases);
        await PublishPlanAsync(stage, rule);
        return stage;
    }

    private static async Task PublishPlanAsync(WorkStage stage, string rule)
    {
        var plan = JsonNode.Parse(StageContent.Plan)!.AsObject(); // a constant of ours
        plan["deadlines"] = JsonNode.Parse($"[{rule}]");
        plan["events"]!.AsArray().Add("task.overdue");
        plan["roles"]!.AsArray().Add(JsonNode.Parse(
            """{"key": "chief", "title": {"es": "Jefatura"}, "permissions": ["tasks.work"], "sensitivity": ["general", "personal", "medical"]}"""));
        await using var db = stage.OpenDb();
        await new ContentVersions(db, "tester", stage.Clock.GetUtcNow()).AddPlanAsync(Plan.Parse(plan.ToJsonString()), None);
        await db.SaveChangesAsync();
        await stage.Content.RefreshAsync(None);
    }

    private static async Task SubscribeAsync(WorkStage stage, string eventType)
    {
        await using var db = stage.OpenDb();
        db.WebhookEndpoints.Add(new WebhookEndpoint
        {
            Url = "https://example.org/hook", Secret = "", EventTypes = [eventType], CreatedAt = stage.Clock.GetUtcNow(),
        });
        await db.SaveChangesAsync();
        await stage.Services.GetRequiredService<WebhookSubscriptions>().RefreshAsync(None);
    }
}
