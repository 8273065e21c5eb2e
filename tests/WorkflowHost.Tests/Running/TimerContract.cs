using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>Time in workflows: on the host's clock, in rows that outlive the program.</summary>
public abstract class TimerContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_timer_that_came_due_while_the_program_was_down_fires_once_after_the_restart()
    {
        var stage = await WorkStage.OpenAsync(databases, Waiting("nap", "Elsa.Delay", ("timeSpan", "02:00:00")));
        await StartAsync(stage, "nap");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(5));
        await using var later = await stage.RestartAsync();

        (await later.Drain.DrainAsync(None)).ShouldBe(1);
        (await later.Drain.DrainAsync(None)).ShouldBe(0);

        await using var db = later.OpenDb();
        (await db.Instances.SingleAsync(i => i.DefinitionId == "nap")).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await db.Timers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_timer_whose_worker_died_comes_back_when_the_lease_is_over()
    {
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("nap", "Elsa.Delay", ("timeSpan", "02:00:00")));
        await StartAsync(stage, "nap");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddHours(2));
        await using (var store = Data.WorkData.OpenStore(stage.DatabaseOptions))
            (await store.ClaimTimersAsync(stage.Clock.GetUtcNow(), TimeSpan.FromMinutes(2), 10, None)).Count.ShouldBe(1);

        (await stage.Drain.DrainAsync(None)).ShouldBe(0);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(2));
        (await stage.Drain.DrainAsync(None)).ShouldBe(1);
    }

    // In 2022 the clocks of Tijuana went from 02:00 to 03:00 on 13 March and from 02:00 back to 01:00 on 6 November.
    [Theory]
    [InlineData("2022-03-13T08:30:00Z", "2022-03-14T08:30:00Z")]
    [InlineData("2022-11-06T07:30:00Z", "2022-11-07T07:30:00Z")]
    public async Task A_day_of_waiting_is_twenty_four_hours_also_when_the_clocks_change(string from, string due)
    {
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("nap", "Elsa.Delay", ("timeSpan", "1.00:00:00")));
        stage.Clock.AdvanceTo(Time(from));
        await StartAsync(stage, "nap");

        await using var db = stage.OpenDb();
        (await db.Timers.SingleAsync()).DueAt.ShouldBe(Time(due));
    }

    // The first is in the hour that does not exist, the second in the hour that comes twice.
    [Theory]
    [InlineData("2022-03-13T02:30:00-08:00", "2022-03-13T10:30:00Z")]
    [InlineData("2022-11-06T01:30:00-07:00", "2022-11-06T08:30:00Z")]
    [InlineData("2022-11-06T01:30:00-08:00", "2022-11-06T09:30:00Z")]
    public async Task A_time_with_its_offset_is_one_instant_whatever_the_wall_clock_does(string text, string due)
    {
        await using var stage = await WorkStage.OpenAsync(databases, Waiting("at", "Elsa.StartAt", ("dateTime", text)));

        await StartAsync(stage, "at");

        await using var db = stage.OpenDb();
        (await db.Timers.SingleAsync()).DueAt.ShouldBe(Time(due));
        stage.Clock.AdvanceTo(Time(due).AddSeconds(-1));
        (await stage.Drain.DrainAsync(None)).ShouldBe(0);
        stage.Clock.AdvanceTo(Time(due));
        (await stage.Drain.DrainAsync(None)).ShouldBe(1);
    }

    [Fact]
    public async Task A_cron_trigger_fires_every_day_at_its_hour_in_utc_across_the_change_of_clocks()
    {
        var daily = WorkflowText.Flow("daily").Step("cron", "Elsa.Cron", canStart: true, ("cronExpression", "0 30 9 * * *")).Json;
        await using var stage = await WorkStage.OpenAsync(databases, daily);
        stage.Clock.AdvanceTo(Time("2022-03-11T09:00:00Z"));
        await stage.Drain.DrainAsync(None); // what was due since the stage's morning fires once, not once per day missed

        for (var day = 0; day < 4; day++)
        {
            stage.Clock.AdvanceTo(Time("2022-03-11T09:30:00Z").AddDays(day));
            await stage.Drain.DrainAsync(None);
        }

        await using var db = stage.OpenDb();
        (await db.Instances.Where(i => i.DefinitionId == "daily").OrderBy(i => i.CreatedAt).Select(i => i.CreatedAt).ToListAsync())
            .ShouldBe([
                Time("2022-03-11T09:00:00Z"), Time("2022-03-11T09:30:00Z"), Time("2022-03-12T09:30:00Z"), Time("2022-03-13T09:30:00Z"),
                Time("2022-03-14T09:30:00Z")]);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_fires_an_interval_once_and_keeps_its_beat()
    {
        var hourly = WorkflowText.Flow("hourly").Step("timer", "Elsa.Timer", canStart: true, ("interval", "01:00:00")).Json;
        await using var stage = await WorkStage.OpenAsync(databases, hourly);
        await using var db = stage.OpenDb();
        var first = (await db.Triggers.AsNoTracking().SingleAsync(t => t.DefinitionId == "hourly")).DueAt!.Value;

        stage.Clock.AdvanceTo(first.AddHours(10).AddMinutes(20));
        await stage.Drain.DrainAsync(None);

        (await db.Instances.CountAsync(i => i.DefinitionId == "hourly")).ShouldBe(1);
        (await db.Triggers.AsNoTracking().SingleAsync(t => t.DefinitionId == "hourly")).DueAt.ShouldBe(first.AddHours(11));
    }

    [Fact]
    public async Task A_clock_that_jumps_back_neither_loses_nor_repeats_a_timer()
    {
        var stage = await WorkStage.OpenAsync(databases, Waiting("nap", "Elsa.Delay", ("timeSpan", "02:00:00")));
        var start = stage.Clock.GetUtcNow();
        await StartAsync(stage, "nap");
        stage.Clock.AdvanceTo(start.AddHours(1));
        await using var back = await stage.RestartAsync(start.AddDays(-1));
        await StartAsync(back, "nap");

        (await back.Drain.DrainAsync(None)).ShouldBe(0);
        back.Clock.AdvanceTo(start.AddDays(-1).AddHours(2));
        (await back.Drain.DrainAsync(None)).ShouldBe(1);
        back.Clock.AdvanceTo(start.AddHours(2));
        (await back.Drain.DrainAsync(None)).ShouldBe(1);
        (await back.Drain.DrainAsync(None)).ShouldBe(0);
    }

    private static System.Text.Json.Nodes.JsonObject Waiting(string id, string type, params (string, string)[] values) =>
        WorkflowText.Flow(id).Step("begin", "Elsa.Start").Step("wait", type, values).Connect("begin", "wait").Json;

    private static async Task StartAsync(WorkStage stage, string definition) =>
        (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = definition }, "tester", None)).ShouldBeOfType<RunAnswer.Done>();

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class SqliteTimerTests() : TimerContract(new SqliteDatabases());

[Collection(PostgresDatabases.Collection)]
public sealed class PostgresTimerTests(PostgresDatabases databases) : TimerContract(databases);
