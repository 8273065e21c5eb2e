using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;
using WorkflowHost.Tests.Replay;

namespace WorkflowHost.Tests.Running;

/// <summary>Each shipped fragment, run as the process that it is by itself.</summary>
public sealed class FragmentStories
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task What_is_approved_goes_on()
    {
        await using var stage = await BeginAsync("parte-visto-bueno");

        await AnswerAsync(stage, "Dar el visto bueno", new JsonObject { ["decision"] = "aprobado" });

        await EndedAsync(stage);
    }

    [Fact]
    public async Task What_is_returned_is_corrected_and_asked_again_with_the_reason_and_the_correction()
    {
        await using var stage = await BeginAsync("parte-visto-bueno");

        await AnswerAsync(stage, "Dar el visto bueno", new JsonObject { ["decision"] = "devuelto", ["motivo"] = "Falta la firma" });
        var correction = await OnlyTaskAsync(stage);
        correction.Title.ShouldBe("Corregir: Falta la firma");
        correction.Role.ShouldBe("trabajo-social");
        await AnswerAsync(stage, correction.Title, new JsonObject { ["correccion"] = "Ya tiene firma" });

        var again = await OnlyTaskAsync(stage);
        again.Title.ShouldBe("Dar el visto bueno");
        again.PrefillJson.ShouldNotBeNull().ShouldContain("Ya tiene firma");
        await AnswerAsync(stage, again.Title, new JsonObject { ["decision"] = "aprobado" });
        await EndedAsync(stage);
    }

    [Fact]
    public async Task A_second_attempt_comes_after_a_day_and_may_succeed()
    {
        await using var stage = await BeginAsync("parte-reintentos");

        await AnswerAsync(stage, "Intento 1 de 3", new JsonObject { ["resultado"] = "no-logrado" });
        (await stage.OpenTasksAsync()).ShouldBeEmpty();
        await PassAsync(stage, TimeSpan.FromDays(1));
        await AnswerAsync(stage, "Intento 2 de 3", new JsonObject { ["resultado"] = "logrado" });

        await EndedAsync(stage);
    }

    [Fact]
    public async Task After_three_attempts_somebody_else_decides()
    {
        await using var stage = await BeginAsync("parte-reintentos");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await AnswerAsync(stage, $"Intento {attempt} de 3", new JsonObject { ["resultado"] = "no-logrado", ["nota"] = "No contestan" });
            if (attempt < 3)
                await PassAsync(stage, TimeSpan.FromDays(1));
        }

        var decision = await OnlyTaskAsync(stage);
        decision.Role.ShouldBe("coordinacion-general");
        decision.PrefillJson.ShouldNotBeNull().ShouldContain("No contestan");
        await AnswerAsync(stage, decision.Title, new JsonObject { ["correccion"] = "Se cierra" });
        await EndedAsync(stage);
    }

    [Fact]
    public async Task An_answer_in_time_ends_the_wait_and_its_deadline()
    {
        await using var stage = await BeginAsync("parte-canalizacion");
        await using (var db = stage.OpenDb())
            (await db.Referrals.SingleAsync()).Partner.ShouldBe("isesalud");

        await AnswerAsync(stage, "Registrar la respuesta de la institución", new JsonObject { ["decision"] = "atendida" });

        await EndedAsync(stage);
        await using var after = stage.OpenDb();
        (await after.Timers.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_deadline_that_passes_withdraws_the_wait_and_asks_for_a_follow_up()
    {
        await using var stage = await BeginAsync("parte-canalizacion");

        await PassAsync(stage, TimeSpan.FromDays(3));

        var followUp = await OnlyTaskAsync(stage);
        followUp.Title.ShouldBe("Dar seguimiento: la institución no respondió");
        await AnswerAsync(stage, followUp.Title, new JsonObject { ["correccion"] = "Se llamó" });
        await EndedAsync(stage);
    }

    [Fact]
    public async Task Two_tasks_are_there_at_once_and_both_are_waited_for()
    {
        await using var stage = await BeginAsync("parte-a-la-vez");
        (await stage.OpenTasksAsync()).Select(task => task.Title).ShouldBe(["Una tarea", "Otra tarea"], ignoreOrder: true);

        await AnswerAsync(stage, "Una tarea", new JsonObject { ["correccion"] = "Hecha" });
        await using (var db = stage.OpenDb())
            (await db.Instances.SingleAsync()).Status.ShouldBe(WorkflowStatus.Running);
        await AnswerAsync(stage, "Otra tarea", new JsonObject { ["correccion"] = "Hecha" });

        await EndedAsync(stage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_late_task_is_told_to_somebody_else_and_one_in_time_is_not(bool isLate)
    {
        await using var stage = await BeginAsync("parte-recordatorio");

        if (!isLate)
            await AnswerAsync(stage, "Hacer la tarea", new JsonObject { ["correccion"] = "Hecha" });
        await PassAsync(stage, TimeSpan.FromDays(2));

        (await stage.OpenTasksAsync()).Select(task => task.Title).ShouldBe(
            isLate ? ["Hacer la tarea", "Una tarea lleva dos días sin hacerse"] : [], ignoreOrder: true);
    }

    private static async Task<WorkStage> BeginAsync(string fragment)
    {
        var path = Path.Combine(ScenarioFiles.Root, "workflows", "fragments", fragment + ".json");
        var definition = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        definition["isPublished"] = true;
        var stage = await WorkStage.OpenShippedAsync(new SqliteDatabases(), definition);
        (await stage.Runtime.StartAsync(new StartRequest { DefinitionId = fragment }, "tester", None)).ShouldBeOfType<RunAnswer.Done>();
        return stage;
    }

    private static async Task<HumanTask> OnlyTaskAsync(WorkStage stage) => (await stage.OpenTasksAsync()).ShouldHaveSingleItem();

    private static async Task AnswerAsync(WorkStage stage, string title, JsonObject data)
    {
        var task = (await stage.OpenTasksAsync()).Single(open => open.Title == title);
        var answer = await stage.Submissions.SubmitAsync(
            new FormSubmission
            {
                Target = new SubmissionTarget.OpenTask(task.Id),
                Data = data,
                IdempotencyKey = Guid.CreateVersion7().ToString(),
                By = WorkStage.Member(task.Role, null),
            },
            None);
        answer.ShouldBeOfType<SubmissionAnswer.Accepted>();
        await stage.Drain.DrainAsync(None);
    }

    private static async Task PassAsync(WorkStage stage, TimeSpan time)
    {
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow() + time);
        await stage.Drain.DrainAsync(None);
    }

    private static async Task EndedAsync(WorkStage stage)
    {
        (await stage.OpenTasksAsync()).ShouldBeEmpty();
        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync()).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        (await db.Incidents.CountAsync()).ShouldBe(0);
    }
}
