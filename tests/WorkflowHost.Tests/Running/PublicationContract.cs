using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>What publishing together promises, on every database.</summary>
public abstract class PublicationContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Drafts_of_every_kind_come_in_force_together_and_are_recorded()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await DraftFormAsync(stage, "check", "Revisión");
        await DraftProcessAsync(stage, "announced", "Anunciados");
        await DraftPlanAsync(stage, "Ensayo general");

        var published = (await PublishAsync(stage)).ShouldBeOfType<PublicationAnswer.Published>();

        stage.Content.Current.FindForm("check").ShouldNotBeNull().Title.ShouldBe("Revisión");
        stage.Content.Current.FindWorkflow("announced").ShouldNotBeNull().Definition.Name.ShouldBe("Anunciados");
        stage.Content.Plan.Title.In("es").ShouldBe("Ensayo general");
        await using var db = stage.OpenDb();
        var record = PublicationRecord.Read(await db.Publications.SingleAsync(p => p.Number == published.Number));
        (record.Actor, record.Note, record.Kind).ShouldBe(("tester", "Porque sí", PublicationKind.Together));
        record.Items.Select(item => (item.Path, item.From, item.To)).ShouldBe(
            [("workflows/plan.json", 1, 2), ("workflows/announced.json", 1, 2), ("forms/check.json", 1, 2)]);
        record.Items[2].Changes.ShouldHaveSingleItem().ShouldBe(
            new ContentChange("form", "Changed", "", "", "") { Property = "title", Before = "check", After = "Revisión" });
        (await new ContentDrafts(db).ListAsync(None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mistake_in_one_keeps_all_from_being_published()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await DraftFormAsync(stage, "check", "Revisión", sensitivity: "secreta");
        await DraftProcessAsync(stage, "announced", "Anunciados");

        var refused = (await PublishAsync(stage)).ShouldBeOfType<PublicationAnswer.Refused>();

        refused.Mistakes.ShouldContain(mistake => mistake.File == "forms/check.json" && mistake.Code == "form.sensitivity");
        stage.Content.Current.FindWorkflow("announced").ShouldNotBeNull().Definition.Version.ShouldBe(1);
        await using var db = stage.OpenDb();
        (await db.Forms.CountAsync(form => form.Key == "check" && form.Version > 0)).ShouldBe(1);
        (await new ContentDrafts(db).ListAsync(None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_change_that_breaks_an_untouched_process_is_refused_and_names_it()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await DraftPlanAsync(stage, "Sin enfermería", plan => plan["roles"]!.AsArray().RemoveAt(1));

        var refused = (await PublishAsync(stage)).ShouldBeOfType<PublicationAnswer.Refused>();

        refused.Mistakes.ShouldContain(mistake => mistake.File == "workflows/intake.json" && mistake.Code == "role.unknown");
    }

    [Fact]
    public async Task Of_two_publishers_one_wins_and_the_other_is_told()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await DraftFormAsync(stage, "check", "Revisión");
        await DraftPlanAsync(stage, "Ensayo general");
        var order = await OrderAsync(stage);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => PublishAsync(stage, order))));

        answers.OfType<PublicationAnswer.Published>().Count().ShouldBe(1);
        answers.OfType<PublicationAnswer.Stale>().Single().Paths.ShouldNotBeEmpty();
        await using var db = stage.OpenDb();
        (await db.Publications.CountAsync(p => p.Kind == PublicationKind.Together)).ShouldBe(1);
        (await db.Forms.CountAsync(form => form.Key == "check")).ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_saved_after_it_was_seen_is_not_published_unseen()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        await DraftFormAsync(stage, "check", "Revisión");
        var order = await OrderAsync(stage);
        await DraftFormAsync(stage, "check", "Otra cosa");

        (await PublishAsync(stage, order)).ShouldBeOfType<PublicationAnswer.Stale>().Paths.ShouldBe(["forms/check.json"]);
        stage.Content.Current.FindForm("check").ShouldNotBeNull().Title.ShouldBe("check");
    }

    [Fact]
    public async Task Staff_submit_while_it_is_published_and_what_began_keeps_its_version()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        (await stage.ArriveAsync("Antes")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        var before = (await stage.OpenTasksAsync()).Single();
        using var end = new CancellationTokenSource();
        var clerks = Enumerable.Range(0, 4).Select(clerk => Task.Run(async () =>
        {
            var answers = new List<SubmissionAnswer>();
            for (var i = 0; !end.IsCancellationRequested || i == 0; i++)
                answers.Add(await stage.ArriveAsync($"Persona {clerk}-{i}"));
            return answers;
        })).ToList();

        for (var round = 1; round <= 5; round++)
        {
            await DraftFormAsync(stage, "check", $"Revisión {round}");
            await DraftProcessAsync(stage, "announced", $"Anunciados {round}");
            (await PublishAsync(stage)).ShouldBeOfType<PublicationAnswer.Published>();
        }

        await end.CancelAsync();
        (await Task.WhenAll(clerks)).SelectMany(answers => answers).ShouldAllBe(answer => answer is SubmissionAnswer.Accepted);
        var task = (await stage.OpenTasksAsync()).Single(one => one.Id == before.Id);
        (task.Form, task.FormVersion).ShouldBe((before.Form, 1));
        (await stage.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
    }

    [Fact]
    public async Task A_publisher_killed_at_any_moment_leaves_all_or_nothing()
    {
        await using var stage = await WorkStage.OpenAsync(databases);
        foreach (var ticks in new[] { 2, 7, 13 })
        {
            var (rounds, since) = (0, 0);

            await KilledHost.RunUntilAsync(
                stage, ["publish"], line => (rounds += line.StartsWith("round", StringComparison.Ordinal) ? 1 : 0) >= 2 && ++since > ticks);

            await using var db = stage.OpenDb();
            var acts = await db.Publications.CountAsync(p => p.Kind == PublicationKind.Together);
            acts.ShouldBeGreaterThan(0);
            var form = await db.Forms.SingleAsync(one => one.Key == "check" && one.IsPublished);
            var process = await db.Definitions.SingleAsync(one => one.DefinitionId == "announced" && one.IsPublished);
            var plan = await db.Plans.SingleAsync(one => one.IsPublished);
            (form.Version, process.Version, plan.Version).ShouldBe((acts + 1, acts + 1, acts + 1));
        }
    }

    /// <summary>Publishes round after round, and ticks beside it: a kill at some tick falls anywhere into a publication.</summary>
    internal static async Task PublishForeverAsync(IServiceProvider services)
    {
        _ = Task.Run(async () =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            while (await timer.WaitForNextTickAsync())
                await Console.Out.WriteLineAsync("tick");
        });
        for (var round = 1; ; round++)
        {
            await DraftFormAsync(services, "check", $"Revisión {round}", "medical");
            await DraftProcessAsync(services, "announced", $"Anunciados {round}");
            await DraftPlanAsync(services, $"Ensayo {round}", null);
            var order = await OrderAsync(services);
            await Console.Out.WriteLineAsync($"round {round}");
            await PublishAsync(services, order);
        }
    }

    private static Task DraftFormAsync(WorkStage stage, string key, string title, string sensitivity = "medical") =>
        DraftFormAsync(stage.Services, key, title, sensitivity);

    private static Task DraftProcessAsync(WorkStage stage, string definitionId, string name) => DraftProcessAsync(stage.Services, definitionId, name);

    private static Task DraftPlanAsync(WorkStage stage, string title, Action<JsonObject>? more = null) => DraftPlanAsync(stage.Services, title, more);

    private static Task<PublicationOrder> OrderAsync(WorkStage stage) => OrderAsync(stage.Services);

    private static async Task<PublicationAnswer> PublishAsync(WorkStage stage) => await PublishAsync(stage.Services, await OrderAsync(stage.Services));

    private static Task<PublicationAnswer> PublishAsync(WorkStage stage, PublicationOrder order) => PublishAsync(stage.Services, order);

    private static async Task DraftFormAsync(IServiceProvider services, string key, string title, string sensitivity)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        await db.Forms.Where(form => form.Key == key && form.Version == 0).ExecuteDeleteAsync();
        var json = (JsonObject)JsonNode.Parse((await db.Forms.AsNoTracking().SingleAsync(form => form.Key == key && form.IsPublished)).Json)!;
        json["title"] = title;
        json["properties"]!["sensitivity"] = sensitivity;
        db.Forms.Add(new StoredForm { Key = key, Version = 0, Title = title, Json = json.ToJsonString(), CreatedBy = "tester" });
        await db.SaveChangesAsync();
    }

    private static async Task DraftProcessAsync(IServiceProvider services, string definitionId, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkDb>();
        var latest = await db.Definitions.SingleAsync(d => d.DefinitionId == definitionId && d.IsLatest);
        if (!latest.IsPublished)
            return; // a publisher was killed before it published this one
        latest.IsLatest = false;
        var draft = new StoredDefinition
        {
            Id = ProcessVersions.NewId(), DefinitionId = definitionId, Version = latest.Version + 1, Name = name, IsLatest = true, Json = "{}",
        };
        draft.Json = DefinitionColumns.Over(draft, (JsonObject)JsonNode.Parse(latest.Json)!).ToJsonString();
        db.Definitions.Add(draft);
        await db.SaveChangesAsync();
    }

    private static async Task DraftPlanAsync(IServiceProvider services, string title, Action<JsonObject>? more)
    {
        await using var scope = services.CreateAsyncScope();
        var drafts = scope.ServiceProvider.GetRequiredService<PlanDrafts>();
        var saved = await drafts.ChangeAsync((await drafts.OpenAsync(None)).Base, plan =>
        {
            plan["title"] = new JsonObject { ["es"] = title };
            more?.Invoke(plan);
        }, "tester", None);
        saved.ShouldBeOfType<PlanSaved.Kept>();
    }

    private static async Task<PublicationOrder> OrderAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var stand = await scope.ServiceProvider.GetRequiredService<ContentPublications>().StandAsync(None);
        return new PublicationOrder(
            PublicationKind.Together, "tester", "Porque sí",
            [.. stand.Drafts.Keys.Select(path => new PublicationFile(path, null, stand.TokenOf(path)) { IsDraft = true })]);
    }

    private static async Task<PublicationAnswer> PublishAsync(IServiceProvider services, PublicationOrder order)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ContentPublications>().PublishAsync(order, None);
    }
}
