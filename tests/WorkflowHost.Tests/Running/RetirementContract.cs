using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkflowHost.Content;
using WorkflowHost.Data.Tests.Databases;
using WorkflowHost.Engine;
using WorkflowHost.Running;

namespace WorkflowHost.Tests.Running;

/// <summary>A form retired while drafts and tasks of it are open: what had begun ends well, nothing new begins.</summary>
public abstract class RetirementContract(IDatabases databases)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_draft_of_a_start_form_begun_before_is_taken_with_its_version()
    {
        await using var stage = await StageAsync();
        var begun = Begin(stage);
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(5));
        (await RetireAsync(stage, "intake")).ShouldBeEmpty();

        var answer = (await SendAsync(stage, begun)).ShouldBeOfType<SubmissionAnswer.Accepted>();

        await using var db = stage.OpenDb();
        var sent = await db.Submissions.SingleAsync(s => s.Id == answer.SubmissionId);
        sent.FormVersion.ShouldBe(1);
        sent.Data()["name"]!.ToString().ShouldBe("Ana");
        (await stage.OpenTasksAsync()).ShouldHaveSingleItem().Id.ShouldBe(answer.OpenedTasks.Single());
    }

    [Fact]
    public async Task Nothing_new_begins_with_it()
    {
        await using var stage = await StageAsync();
        await RetireAsync(stage, "intake");
        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddMinutes(5));

        stage.Content.Current.StartForms.ShouldBeEmpty();
        (await stage.ArriveAsync("Ana")).ShouldBeOfType<SubmissionAnswer.Retired>();
        (await SendAsync(stage, null)).ShouldBeOfType<SubmissionAnswer.Retired>();
        (await SendAsync(stage, Begin(stage))).ShouldBeOfType<SubmissionAnswer.Retired>();
        await using var db = stage.OpenDb();
        (await db.Instances.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_draft_starts_the_version_of_the_workflow_it_began_with_when_no_published_one_starts_by_it()
    {
        await using var stage = await StageAsync();
        var begun = Begin(stage);
        var other = (JsonObject)StageContent.IntakeWorkflow.DeepClone();
        other["root"]!["activities"]!.AsArray().RemoveAt(0);
        other["root"]!["connections"]!.AsArray().RemoveAt(0);
        await PublishAsync(stage, other);

        (await stage.ArriveAsync("Ana")).ShouldBeOfType<SubmissionAnswer.NotFound>();
        (await SendAsync(stage, begun)).ShouldBeOfType<SubmissionAnswer.Accepted>();

        await using var db = stage.OpenDb();
        (await db.Instances.SingleAsync()).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_steps_open_is_retired_only_when_they_are_gone_and_its_open_tasks_are_still_done()
    {
        await using var stage = await StageAsync();
        await stage.ArriveAsync("Ana");
        var task = (await stage.OpenTasksAsync()).Single();

        (await RetireAsync(stage, "check")).ShouldHaveSingleItem().ShouldBe(new FormStep("intake", "intake", "check", IsStart: false));
        stage.Content.Current.FindForm("check")!.IsRetired.ShouldBeFalse();
        await PublishAsync(stage, WithoutCheck());
        (await RetireAsync(stage, "check")).ShouldBeEmpty();

        stage.Content.Current.FindForm("check")!.IsRetired.ShouldBeTrue();
        (await stage.CheckAsync(task.Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
    }

    [Fact]
    public async Task An_instance_that_began_before_still_comes_to_the_retired_form()
    {
        await using var stage = await StageAsync();
        await stage.ArriveAsync("Ana");
        await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "again");
        await PublishAsync(stage, WithoutCheck());
        await RetireAsync(stage, "check");

        stage.Clock.AdvanceTo(stage.Clock.GetUtcNow().AddDays(1));
        await stage.Drain.DrainAsync(None);

        (await stage.CheckAsync((await stage.OpenTasksAsync()).Single().Id, "fit")).ShouldBeOfType<SubmissionAnswer.Accepted>();
    }

    [Fact]
    public async Task A_process_that_opens_a_retired_form_is_not_published()
    {
        await using var stage = await StageAsync();
        await PublishAsync(stage, WithoutCheck());
        await RetireAsync(stage, "check");

        var mistakes = Publishing(stage).CheckWorkflow(WorkflowDefinition.Parse(StageContent.IntakeWorkflow));

        mistakes.ShouldContain(mistake => mistake.Code == "form.retired" && !mistake.IsWarning);
    }

    [Fact]
    public async Task Given_back_it_starts_again_and_publishing_a_draft_never_undoes_the_retiring()
    {
        await using var stage = await StageAsync();
        await RetireAsync(stage, "intake");
        (await Publishing(stage).PublishFormAsync("intake", StageContent.Intake.ToJsonString(), "tester", None)).IsPublished.ShouldBeTrue();
        stage.Content.Current.FindForm("intake")!.IsRetired.ShouldBeTrue();

        await stage.Services.GetRequiredService<FormRetirement>().GiveBackAsync("intake", "tester", None);

        (await stage.ArriveAsync("Ana")).ShouldBeOfType<SubmissionAnswer.Accepted>();
        await using var db = stage.OpenDb();
        (await db.Audit.Where(a => a.Subject == "form").Select(a => a.Action).ToListAsync())
            .ShouldBe(["form.retired", "form.published", "form.given_back"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_export_carries_it()
    {
        await using var stage = await StageAsync();
        await RetireAsync(stage, "intake");

        await using var db = stage.OpenDb();
        var files = await ContentExport.ReadAsync(db, None);

        JsonNode.Parse(files.Single(file => file.Path == "forms/intake.json").Text)!["properties"]!["retired"]!.ToString().ShouldBe("true");
    }

    // In the stage's own content a second process opens the intake at a step.
    private async Task<WorkStage> StageAsync()
    {
        var stage = await WorkStage.OpenAsync(databases);
        await PublishAsync(stage, WorkflowText.Flow("announced").Step("begin", "Elsa.Start").Json);
        return stage;
    }

    // As the start page proves it: when it was opened, and the version of the workflow it would have started.
    private static FormBegun Begin(WorkStage stage) =>
        new(stage.Content.Current.FindWorkflow("intake")!.Definition.Id, stage.Clock.GetUtcNow());

    private static Task<SubmissionAnswer> SendAsync(WorkStage stage, FormBegun? begun) => stage.Submissions.SubmitAsync(
        new FormSubmission
        {
            Target = new SubmissionTarget.StartForm("intake", 1, begun),
            Data = new JsonObject { ["name"] = "Ana" },
            IdempotencyKey = Guid.CreateVersion7().ToString(),
            By = WorkStage.Clerk,
            Site = "north",
        },
        None);

    private static Task<IReadOnlyList<FormStep>> RetireAsync(WorkStage stage, string form) =>
        stage.Services.GetRequiredService<FormRetirement>().RetireAsync(form, "designer", None);

    private static ContentPublishing Publishing(WorkStage stage) => stage.Services.GetRequiredService<ContentPublishing>();

    private static async Task PublishAsync(WorkStage stage, JsonObject workflow) =>
        (await Publishing(stage).PublishWorkflowAsync(WorkflowDefinition.Parse(workflow), "designer", None)).IsPublished.ShouldBeTrue();

    private static JsonObject WithoutCheck() => WorkflowText.Flow("intake")
        .Variable("Data", "Object")
        .Step("received", "WorkflowHost.FormReceived", canStart: true, ("form", "intake"), ("role", "clerk"), ("submission", "->Data"))
        .Step("end", "Elsa.SetName", ("value", "Registrada"))
        .Connect("received", "end")
        .Json;
}
