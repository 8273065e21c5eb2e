using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>Events find who waits for them, before or after they came (elsa-semantics 3.3 and 3.5).</summary>
public abstract class StimulusContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task An_event_nobody_waits_for_is_kept_for_who_waits_later()
    {
        await using var stage = await StageAsync();
        await StartAsync(stage, "ringer");
        await stage.Drain.DrainAsync(None);
        await StartAsync(stage, "waiting");

        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.DefinitionId == "waiting")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await db.QueuedStimuli.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_kept_event_is_given_once()
    {
        await using var stage = await StageAsync();
        await StartAsync(stage, "ringer");
        await stage.Drain.DrainAsync(None);
        await StartAsync(stage, "waiting");
        await stage.Drain.DrainAsync(None);
        await StartAsync(stage, "waiting");

        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "waiting" && i.Status == WorkflowStatus.Running)).ShouldBe(1);
    }

    [Fact]
    public async Task After_its_lifetime_a_kept_event_is_a_dead_letter_and_then_gone()
    {
        await using var stage = await StageAsync();
        await StartAsync(stage, "ringer");
        await stage.Drain.DrainAsync(None);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(61));
        await StartAsync(stage, "waiting");

        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.DefinitionId == "waiting")).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await db.QueuedStimuli.SingleAsync()).State.ShouldBe(StimulusState.Expired);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddDays(8));
        await StartAsync(stage, "ringer", "other");
        await stage.Drain.DrainAsync(None);
        (await db.QueuedStimuli.AsNoTracking().CountAsync(s => s.State == StimulusState.Expired)).ShouldBe(0);
    }

    [Fact]
    public async Task A_correlated_event_reaches_only_its_own()
    {
        await using var stage = await StageAsync();
        await StartAsync(stage, "waiting", "mine");
        await StartAsync(stage, "waiting", "other");
        await StartAsync(stage, "ringer", "mine");

        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync(i => i.CorrelationId == "mine" && i.DefinitionId == "waiting")).Status.ShouldBe(WorkflowStatus.Finished);
        (await db.Instances.SingleAsync(i => i.CorrelationId == "other")).Status.ShouldBe(WorkflowStatus.Running);
    }

    [Fact]
    public async Task More_who_wait_than_one_transaction_takes_all_get_it_and_it_is_not_kept()
    {
        await using var stage = await StageAsync();
        for (var i = 0; i < 50; i++)
            await StartAsync(stage, "waiting");
        await StartAsync(stage, "ringer");

        await stage.Drain.DrainAsync(None);

        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync(i => i.DefinitionId == "waiting" && i.Status == WorkflowStatus.Finished)).ShouldBe(50);
        (await db.QueuedStimuli.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_waits_again_for_the_same_event_does_not_get_it_twice()
    {
        var again = WorkflowText.Flow("again").Step("begin", "Elsa.Start")
            .Step("one", "Elsa.Event", ("eventName", "bell")).Step("two", "Elsa.Event", ("eventName", "bell"))
            .Connect("begin", "one").Connect("one", "two").Json;
        await using var stage = await WorkStage.OpenAsync(databases, again, Ringer());
        for (var i = 0; i < 45; i++)
            await StartAsync(stage, "again");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddSeconds(1));
        await StartAsync(stage, "ringer");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddSeconds(1));

        await stage.Drain.CarryMessagesAsync(None);

        await using var db = stage.OpenDb();
        (await db.Bookmarks.CountAsync(b => b.ActivityId == "two")).ShouldBe(45);
    }

    private Task<WorkStage> StageAsync()
    {
        var waiting = WorkflowText.Flow("waiting").Step("begin", "Elsa.Start")
            .Step("event", "Elsa.Event", ("eventName", "bell")).Connect("begin", "event").Json;
        return WorkStage.OpenAsync(databases, waiting, Ringer());
    }

    private static JsonObject Ringer() => WorkflowText.Flow("ringer").Step("begin", "Elsa.Start")
        .Step("ring", "Elsa.PublishEvent", ("eventName", "bell"), ("correlationId", "=getCorrelationId()")).Connect("begin", "ring").Json;

    private static async Task StartAsync(WorkStage stage, string definition, string? correlation = null) =>
        (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = definition, CorrelationId = correlation }, "tester", None))
            .ShouldBeOfType<RunAnswer.Done>();
}

public sealed class SqliteStimulusTests() : StimulusContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresStimulusTests(PostgresDatabases databases) : StimulusContract(databases);
