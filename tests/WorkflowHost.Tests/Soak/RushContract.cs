using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using WorkflowHost.Tests.Running;

namespace WorkflowHost.Tests.Soak;

public abstract class RushContract(IDatabases databases)
{
    private const int Instances = 1000;

    [Fact]
    public async Task Five_thousand_completions_at_once_leave_nothing_stuck_and_nothing_doubled()
    {
        await using var stage = await WorkStage.OpenAsync(databases, RushWorkflow.Json);
        var rush = new Rush(stage);
        await rush.StartAsync(Instances);

        await rush.RunAsync(seed: 7);

        rush.Replies.Count.ShouldBeGreaterThanOrEqualTo(5 * Instances);
        await CheckAsync(stage, rush);
    }

    [Fact]
    public async Task Neither_does_a_store_that_delays_and_fails()
    {
        FaultyDatabase? faulty = null;
        await using var stage = await WorkStage.OpenOverAsync(
            databases,
            options => WorkData.OpenStore(options, faulty = new FaultyDatabase(WorkData.OpenDatabase(options), seed: 11)),
            RushWorkflow.Json);
        var rush = new Rush(stage);
        await rush.StartAsync(Instances);

        await rush.RunAsync(seed: 13);

        faulty!.LostAnswers.ShouldBeGreaterThan(Instances / 10); // made with the store, when the stage was opened
        await CheckAsync(stage, rush);
    }

    private static async Task CheckAsync(WorkStage stage, Rush rush)
    {
        await using var db = stage.OpenDb();
        var instances = await db.Instances.Where(i => i.DefinitionId == RushWorkflow.DefinitionId).ToListAsync();
        instances.Count.ShouldBe(Instances);
        instances.ShouldAllBe(i => i.SubStatus == WorkflowSubStatus.Finished && i.IncidentCount == 0);
        (await db.Bookmarks.CountAsync()).ShouldBe(0);

        var tasks = await db.Tasks.AsNoTracking().ToDictionaryAsync(t => t.Id);
        tasks.Count.ShouldBe(RushWorkflow.Tasks * Instances);
        tasks.Values.ShouldAllBe(t => t.State == TaskState.Completed);
        (await db.Facts.CountAsync()).ShouldBe(Instances);
        (await db.Facts.Select(f => f.Subject).Distinct().CountAsync()).ShouldBe(Instances);
        foreach (var instance in instances.Take(50))
            await EveryStepRanOnceAsync(db, instance.Id);

        var submissions = await db.Submissions.AsNoTracking().ToDictionaryAsync(s => s.Id);
        submissions.Count.ShouldBe(RushWorkflow.Tasks * Instances);
        foreach (var reply in rush.Replies)
            IsTrue(reply, tasks[reply.Task.Id], submissions).ShouldBeTrue($"{reply}");
    }

    private static bool IsTrue(
        RushReply reply, HumanTask task, Dictionary<Guid, Cases.Submissions.Submission> submissions) => reply.Answer switch
        {
            SubmissionAnswer.Accepted accepted => Answers(accepted.SubmissionId, reply, task, submissions),
            SubmissionAnswer.Duplicate known => Answers(known.SubmissionId, reply, task, submissions),
            SubmissionAnswer.Conflict { Code: "task.closed" } =>
                task.SubmissionId is { } other && submissions[other].IdempotencyKey != reply.Key,
            _ => false,
        };

    private static bool Answers(
        Guid id, RushReply reply, HumanTask task, Dictionary<Guid, Cases.Submissions.Submission> submissions) =>
        task.SubmissionId == id && submissions[id].IdempotencyKey == reply.Key;

    private static async Task EveryStepRanOnceAsync(WorkDb db, string instanceId)
    {
        var journal = await db.JournalAsync(instanceId, CancellationToken.None);
        journal.Select(e => e.Sequence).ShouldBe(Enumerable.Range(0, journal.Count));
        journal.Where(e => e.EventName == "Completed").Select(e => e.ActivityId)
            .ShouldBe(["begin", "left", "right", "both", "count", "last", "flow", "Workflow1"], ignoreOrder: true);
    }
}
