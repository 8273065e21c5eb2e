using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Data.Queries;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Versions;
using WorkflowHost.Running;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Tests.Running;

/// <summary>What moving running instances to another version promises, on every database.</summary>
public abstract class MigrationContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_preview_stores_nothing_and_says_where_each_instance_would_stand()
    {
        await using var stage = await StageAsync(instances: 3);
        await stage.CheckAsync((await stage.OpenTasksAsync())[0].Id, "fit");
        var plan = await PublishAsync(stage, Steps("first", "second", "third", "extra"));

        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();

        preview.Total.ShouldBe(3);
        preview.Count(MigrationVerdict.Stays).ShouldBe(3);
        preview.Forecasts.Select(forecast => forecast.Steps.Single().To).Order().ShouldBe(["first", "first", "second"]);
        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "work" && i.Version == 1)).ShouldBe(3);
        (await db.InstanceMigrations.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_was_foretold_is_what_happens_and_nothing_done_is_done_again()
    {
        await using var stage = await StageAsync(instances: 30);
        await SpreadAsync(stage);
        var started = await StartedAsync(stage);
        var plan = await PublishAsync(stage, Steps("first", "between", "third", "extra")) with
        {
            Renamed = new Dictionary<string, string> { ["second"] = "between" },
        };
        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();

        await ApplyAsync(stage, plan);

        preview.Count(MigrationVerdict.Moves).ShouldBe(10);
        await using var db = stage.OpenDb();
        var results = await db.MigratedInstances.ToDictionaryAsync(m => m.InstanceId, m => m.Result);
        preview.Forecasts.ShouldAllBe(forecast =>
            results[forecast.InstanceId] == (forecast.Goes(plan) ? MigrationResult.Moved : MigrationResult.Left));
        (await db.Instances.CountAsync(i => i.DefinitionId == "work" && i.Version == 2)).ShouldBe(30);
        (await StartedAsync(stage)).ShouldBe(started);
        foreach (var task in await stage.OpenTasksAsync())
            (await stage.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        // Each went on to the step that follows in the new version.
        (await stage.OpenTasksAsync()).GroupBy(task => task.ActivityId).ToDictionary(group => group.Key, group => group.Count())
            .ShouldBe(new Dictionary<string, int> { ["between"] = 10, ["third"] = 10, ["extra"] = 10 }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_pending_task_whose_step_vanished_is_refused_beforehand()
    {
        await using var stage = await StageAsync(instances: 2);
        await stage.CheckAsync((await stage.OpenTasksAsync())[0].Id, "fit");
        var plan = await PublishAsync(stage, Steps("first", "third"));

        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();
        await ApplyAsync(stage, plan);

        var lost = preview.Forecasts.Single(forecast => forecast.Verdict == MigrationVerdict.WouldLose);
        lost.Reasons.ShouldHaveSingleItem().ShouldBe(new MigrationReason(MigrationReason.TaskLost, "second"));
        (await stage.OpenTasksAsync()).Count.ShouldBe(2);
        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.Id == lost.InstanceId)).Version.ShouldBe(1);
        (await db.InstanceMigrations.SingleAsync()).ShouldSatisfyAllConditions(
            migration => migration.Moved.ShouldBe(1), migration => migration.LeftBehind.ShouldBe(1));
    }

    [Fact]
    public async Task A_pending_task_whose_form_vanished_is_refused_beforehand()
    {
        var stage = await StageAsync(instances: 1);
        var plan = await PublishAsync(stage, Steps("first", "second", "third"));
        await using (var db = stage.OpenDb())
            await db.Forms.Where(form => form.Key == "check").ExecuteDeleteAsync();
        await using var later = await stage.RestartAsync();

        var preview = (await Migrations(later).PreviewAsync(plan, None)).ShouldNotBeNull();

        var forecast = preview.Forecasts.ShouldHaveSingleItem();
        forecast.Verdict.ShouldBe(MigrationVerdict.NeedsPerson);
        forecast.Reasons.ShouldContain(new MigrationReason(MigrationReason.FormVanished, "first", "check"));
    }

    [Fact]
    public async Task A_decision_without_a_way_on_needs_a_person()
    {
        await using var stage = await StageAsync(instances: 1);
        var changed = WorkflowText.Flow("work").Step("begin", "Elsa.Start").Task("first").Task("second")
            .Connect("begin", "first").Connect("first", "second", "again").Json;
        var plan = await PublishAsync(stage, changed);

        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();

        preview.Forecasts.Single().Reasons.ShouldBe([new MigrationReason(MigrationReason.OutcomeVanished, "first", "fit")]);
    }

    [Fact]
    public async Task A_finished_step_that_would_come_again_needs_a_person()
    {
        await using var stage = await StageAsync(instances: 2);
        await stage.CheckAsync((await stage.OpenTasksAsync())[0].Id, "fit");
        var plan = await PublishAsync(stage, Steps("second", "first", "third"));

        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();

        preview.Forecasts.Single(forecast => forecast.Steps.Single().From == "second").Reasons
            .ShouldBe([new MigrationReason(MoveProblem.StepRepeated, "first")]);
        preview.Forecasts.Single(forecast => forecast.Steps.Single().From == "first").Verdict.ShouldBe(MigrationVerdict.Stays);
    }

    [Fact]
    public async Task A_variable_that_is_gone_counts_as_an_answer_lost_until_somebody_accepts_it()
    {
        await using var stage = await StageAsync(instances: 1);
        await stage.CheckAsync((await stage.OpenTasksAsync())[0].Id, "fit");
        var plan = await PublishAsync(stage, Steps(false, "first", "second", "third"));

        var preview = (await Migrations(stage).PreviewAsync(plan, None)).ShouldNotBeNull();
        await ApplyAsync(stage, plan with { AcceptsLostAnswers = true });

        preview.Forecasts.Single().Reasons.ShouldBe([new MigrationReason(MigrationReason.AnswerLost, "", "Answer")]);
        preview.Going.ShouldBe(0);
        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.DefinitionId == "work")).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Undo_takes_back_what_has_not_gone_on()
    {
        await using var stage = await StageAsync(instances: 3);
        var plan = await PublishAsync(stage, Steps("renamed", "second")) with
        {
            Renamed = new Dictionary<string, string> { ["first"] = "renamed" },
        };
        var id = await ApplyAsync(stage, plan);
        var goneOn = (await stage.OpenTasksAsync())[0];
        (await stage.CheckAsync(goneOn.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();

        (await Migrations(stage).UndoAsync(id, "tester", None)).ShouldBeOfType<MigrationAnswer.Begun>();
        await Slices(stage).RunAsync(None);

        await using var db = stage.OpenDb();
        var instances = await db.Instances.Where(i => i.DefinitionId == "work").ToListAsync();
        instances.Where(i => i.Version == 2).ShouldHaveSingleItem().Id.ShouldBe(goneOn.InstanceId);
        (await db.InstanceMigrations.SingleAsync()).ShouldSatisfyAllConditions(
            migration => migration.State.ShouldBe(MigrationState.Undone), migration => migration.TakenBack.ShouldBe(2));
        (await db.Bookmarks.Select(b => b.ActivityId).Order().ToListAsync()).ShouldBe(["first", "first", "second"]);
        foreach (var task in (await stage.OpenTasksAsync()).Where(task => task.ActivityId == "first"))
            (await stage.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        var journal = await db.JournalAsync(instances.First(i => i.Version == 1).Id, None);
        journal.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(0, journal.Count));
        journal.Select(entry => entry.EventName).ShouldContain(VersionMove.TakenBackEvent);
    }

    [Fact]
    public async Task After_its_window_a_migration_stands()
    {
        await using var stage = await StageAsync(instances: 2);
        var id = await ApplyAsync(stage, await PublishAsync(stage, Steps("first", "second")));
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(24));

        var late = await Migrations(stage).UndoAsync(id, "tester", None);
        await Slices(stage).RunAsync(None);

        late.ShouldBe(new MigrationAnswer.Refused("migration.late"));
        await using var db = stage.OpenDb();
        (await db.InstanceMigrations.SingleAsync()).State.ShouldBe(MigrationState.Closed);
        (await db.MigratedInstances.Select(m => m.StateBefore).ToListAsync()).ShouldAllBe(state => state == null);
    }

    [Fact]
    public async Task Names_that_lead_nowhere_are_refused()
    {
        await using var stage = await StageAsync(instances: 1);
        var plan = await PublishAsync(stage, Steps("first", "second")) with
        {
            Renamed = new Dictionary<string, string> { ["first"] = "nowhere" },
        };

        (await Migrations(stage).BeginAsync(plan, "tester", None)).ShouldBe(new MigrationAnswer.Refused("migration.names"));
        (await Migrations(stage).BeginAsync(plan with { ToVersionId = "unknown" }, "tester", None)).ShouldBeOfType<MigrationAnswer.NotFound>();
    }

    [Fact]
    public async Task People_who_work_meanwhile_lose_nothing()
    {
        await using var stage = await StageAsync(instances: 40);
        var tasks = await stage.OpenTasksAsync();
        var plan = await PublishAsync(stage, Steps("first", "second", "third"));

        var applying = Task.Run(() => ApplyAsync(stage, plan));
        var answers = await Task.WhenAll(tasks.Select(task => Task.Run(() => CheckUntilAcceptedAsync(stage, task.Id))));
        await applying;

        answers.ShouldAllBe(answer => answer is SubmissionAnswer.Accepted);
        (await stage.OpenTasksAsync()).Count(task => task.ActivityId == "second").ShouldBe(40);
        await using var db = stage.OpenDb();
        (await db.Instances.Where(i => i.DefinitionId == "work").ToListAsync()).ShouldAllBe(i => i.Version == 2);
    }

    [Fact]
    public async Task A_migration_that_was_killed_goes_on_where_it_was()
    {
        var stage = await StageAsync(instances: 120, sliceSize: 1);
        var plan = await PublishAsync(stage, Steps("first", "second", "third"));
        var id = (await Migrations(stage).BeginAsync(plan, "tester", None)).ShouldBeOfType<MigrationAnswer.Begun>().Id;

        await KilledHost.RunUntilAsync(stage, ["migrate", id.ToString()], line => line == "slice 10");

        await using var later = await stage.RestartAsync();
        await using var db = later.OpenDb();
        var movedBefore = await db.Instances.CountAsync(i => i.DefinitionId == "work" && i.Version == 2);
        movedBefore.ShouldBeInRange(10, 119);
        (await db.MigratedInstances.CountAsync()).ShouldBe(movedBefore);
        await Slices(later).RunAsync(None);
        (await db.Instances.CountAsync(i => i.DefinitionId == "work" && i.Version == 2)).ShouldBe(120);
        (await db.MigratedInstances.CountAsync(m => m.Result == MigrationResult.Moved)).ShouldBe(120);
        var journals = await Task.WhenAll((await db.Instances.Where(i => i.DefinitionId == "work").Select(i => i.Id).ToListAsync())
            .Select(async one => { await using var own = later.OpenDb(); return await own.JournalAsync(one, None); }));
        journals.ShouldAllBe(journal => journal.Count(entry => entry.EventName == VersionMove.MovedEvent) == 1);
    }

    private async Task<WorkStage> StageAsync(int instances, int sliceSize = 7)
    {
        var settings = new Dictionary<string, string?> { ["Migrations:SliceSize"] = $"{sliceSize}" };
        var stage = await WorkStage.OpenAsync(databases, settings, Steps("first", "second", "third"));
        for (var i = 0; i < instances; i++)
            await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "work" }, "tester", None);
        return stage;
    }

    /// <summary>A third of the instances at each step.</summary>
    private static async Task SpreadAsync(WorkStage stage)
    {
        var tasks = await stage.OpenTasksAsync();
        foreach (var task in tasks.Take(tasks.Count * 2 / 3))
            await stage.CheckAsync(task.Id, "fit");
        var second = (await stage.OpenTasksAsync()).Where(task => task.ActivityId == "second").ToList();
        foreach (var task in second.Take(second.Count / 2))
            await stage.CheckAsync(task.Id, "fit");
    }

    private static JsonObject Steps(params string[] steps) => Steps(true, steps);

    private static JsonObject Steps(bool keepsAnswer, params string[] steps)
    {
        var flow = WorkflowText.Flow("work").Step("begin", "Elsa.Start");
        if (keepsAnswer)
            flow.Variable("Answer", "Object");
        foreach (var step in steps)
            flow.Task(step, keepsAnswer ? [("submission", "->Answer")] : []);
        flow.Connect("begin", steps[0]);
        foreach (var (from, to) in steps.Zip(steps.Skip(1)))
            flow.Connect(from, to, "fit");
        return flow.Json;
    }

    private static async Task<MigrationPlan> PublishAsync(WorkStage stage, JsonObject definition)
    {
        var publishing = stage.Services.GetRequiredService<ContentPublishing>();
        var answer = await publishing.PublishWorkflowAsync(WorkflowDefinition.Parse(definition.ToJsonString()), "tester", None);
        answer.Version.ShouldBe(2, string.Join('\n', answer.Mistakes));
        var version = stage.Content.Current.FindWorkflow("work").ShouldNotBeNull().Definition.Id;
        return new MigrationPlan("work", version, new Dictionary<string, string>(), AcceptsLostAnswers: false);
    }

    private static async Task<Guid> ApplyAsync(WorkStage stage, MigrationPlan plan)
    {
        var begun = (await Migrations(stage).BeginAsync(plan, "tester", None)).ShouldBeOfType<MigrationAnswer.Begun>();
        await Slices(stage).RunAsync(None);
        return begun.Id;
    }

    private static async Task<SubmissionAnswer> CheckUntilAcceptedAsync(WorkStage stage, Guid task)
    {
        for (var attempt = 0; ; attempt++)
        {
            var answer = await stage.CheckAsync(task, "fit");
            if (answer is not SubmissionAnswer.Conflict { Code: "instance.busy" } || attempt == 20)
                return answer;
        }
    }

    private static async Task<int> StartedAsync(WorkStage stage)
    {
        await using var db = stage.OpenDb();
        var started = 0;
        foreach (var id in await db.Instances.Where(i => i.DefinitionId == "work").Select(i => i.Id).ToListAsync())
            started += (await db.ActivityRecordsAsync(id, None)).Count;
        return started;
    }

    private static InstanceMigrations Migrations(WorkStage stage) => stage.Services.GetRequiredService<InstanceMigrations>();

    private static MigrationSlices Slices(WorkStage stage) => stage.Services.GetRequiredService<MigrationSlices>();
}
