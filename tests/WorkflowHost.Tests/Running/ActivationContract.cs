using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>Activation strategies hold at every door, also when many knock at once.</summary>
public abstract class ActivationContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Theory]
    [InlineData("SingletonStrategy", 1)]
    [InlineData("CorrelatedSingletonStrategy", 2)]
    [InlineData("CorrelationStrategy", 2)]
    [InlineData("AllowAlwaysStrategy", 40)]
    public async Task Of_many_starts_at_once_as_many_run_as_the_strategy_allows(string strategy, int expected)
    {
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("only", strategy));

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => UntilDecidedAsync(stage, $"c{i % 2}"))));

        answers.Count(answer => answer is RunAnswer.Done).ShouldBe(expected);
        answers.Count(answer => answer is RunAnswer.CannotStart).ShouldBe(40 - expected);
        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "only")).ShouldBe(expected);
    }

    [Fact]
    public async Task When_it_has_finished_the_next_may_start()
    {
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("only", "SingletonStrategy"));
        var first = (await StartAsync(stage)).ShouldBeOfType<RunAnswer.Done>();

        (await StartAsync(stage)).ShouldBeOfType<RunAnswer.CannotStart>();
        await stage.Runtime.CancelAsync(first.InstanceId, null, "tester", None);

        (await StartAsync(stage)).ShouldBeOfType<RunAnswer.Done>();
        (await StartAsync(stage)).ShouldBeOfType<RunAnswer.CannotStart>();
    }

    [Fact]
    public async Task A_form_that_would_start_a_second_one_is_refused_and_not_stored()
    {
        var single = Waiting("single", "SingletonStrategy");
        single["root"]!["activities"]![0] = WorkflowText.Flow("x")
            .Step("begin", "WorkflowHost.FormReceived", canStart: true, ("form", "check"), ("role", "clerk")).Json["root"]!["activities"]![0]!.DeepClone();
        await using var stage = await WorkStage.OpenAsync(databases, single);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => SubmitAsync(stage))));

        answers.OfType<SubmissionAnswer.Accepted>().Count().ShouldBe(1);
        answers.ShouldAllBe(answer => answer is SubmissionAnswer.Accepted
            || answer.Equals(new SubmissionAnswer.Conflict("workflow.running")) || answer.Equals(new SubmissionAnswer.Conflict("instance.busy")));
        await using var db = stage.OpenDb();
        (await db.Submissions.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_parent_whose_child_may_not_start_goes_on()
    {
        var parent = Parent();
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("only", "SingletonStrategy"), parent);
        await StartAsync(stage);

        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "parent" }, "tester", None);
        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.DefinitionId == "parent")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await db.Instances.CountAsync(i => i.DefinitionId == "only")).ShouldBe(1);
        (await db.Audit.CountAsync(a => a.Action == "workflow.start-refused")).ShouldBe(1);
    }

    [Fact]
    public async Task As_in_Elsa_a_dispatch_is_not_asked_when_the_host_says_so()
    {
        var elsa = new Dictionary<string, string?> { ["Workflows:ActivationAtEveryDoor"] = "false" };
        await using var stage = await WorkStage.OpenAsync(databases, elsa, Waiting("only", "SingletonStrategy"), Parent());
        await StartAsync(stage);

        await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "parent" }, "tester", None);
        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "only")).ShouldBe(2);
        (await StartAsync(stage)).ShouldBeOfType<RunAnswer.CannotStart>();
    }

    [Fact]
    public async Task An_event_starts_no_second_one()
    {
        var started = WorkflowText.Flow("only").Step("event", "Elsa.Event", canStart: true, ("eventName", "bell"))
            .Step("wait", "Elsa.Event", ("eventName", "never")).Connect("event", "wait").Json;
        started["options"] = new JsonObject { ["activationStrategyType"] = "SingletonStrategy" };
        var ringer = WorkflowText.Flow("ringer")
            .Step("begin", "Elsa.Start").Step("ring", "Elsa.PublishEvent", ("eventName", "bell")).Connect("begin", "ring").Json;
        await using var stage = await WorkStage.OpenAsync(databases, started, ringer);

        for (var i = 0; i < 3; i++)
        {
            await stage.Runtime.StartAsync(new StartRequest { DefinitionId = "ringer" }, "tester", None);
            await stage.Drain.DrainAsync(None);
        }

        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "only")).ShouldBe(1);
    }

    private static JsonObject Waiting(string id, string strategy)
    {
        var json = WorkflowText.Flow(id).Step("begin", "Elsa.Start").Step("wait", "Elsa.Event", ("eventName", "never"))
            .Connect("begin", "wait").Json;
        json["options"] = new JsonObject { ["activationStrategyType"] = strategy };
        return json;
    }

    private static JsonObject Parent() => WorkflowText.Flow("parent").Step("begin", "Elsa.Start")
        .Step("ask", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "only"), ("waitForCompletion", "True"))
        .Connect("begin", "ask").Json;

    private static Task<RunAnswer> StartAsync(WorkStage stage, string? correlation = null) => stage.Runtime.StartAsync(
        new StartRequest { DefinitionId = "only", CorrelationId = correlation }, "tester", None);

    // Two that take the same key at once are told so, and ask again, as every caller does.
    private static async Task<RunAnswer> UntilDecidedAsync(WorkStage stage, string correlation)
    {
        while (true)
        {
            var answer = await StartAsync(stage, correlation);
            if (answer is not RunAnswer.Conflict)
                return answer;
        }
    }

    private static Task<SubmissionAnswer> SubmitAsync(WorkStage stage) => stage.Submissions.SubmitAsync(new FormSubmission
    {
        Target = new SubmissionTarget.StartForm("check"),
        Data = new JsonObject { ["temperature"] = 36.6, ["verdict"] = "fit" },
        IdempotencyKey = Guid.CreateVersion7().ToString(),
        By = new Submitter("tester", []) { IsTrusted = true },
        Site = "north",
    }, None);
}

public sealed class SqliteActivationTests() : ActivationContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresActivationTests(PostgresDatabases databases) : ActivationContract(databases);
