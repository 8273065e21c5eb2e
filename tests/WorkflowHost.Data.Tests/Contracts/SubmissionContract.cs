using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

public abstract class SubmissionContract(IDatabases databases) : StoreContract(databases)
{
    [Fact]
    public async Task A_completed_task_is_stored_with_everything_it_names()
    {
        var task = new HumanTask
        {
            InstanceId = "0123456789abcdef",
            BookmarkId = "fedcba9876543210",
            Form = "intake",
            FormVersion = 3,
            Title = "Registrar",
            Role = "clerk",
            SiteKey = "north",
            Priority = TaskPriority.High,
            Sensitivity = Sensitivity.Medical,
            DueAt = Noon.AddDays(2),
            PrefillJson = """{"a":"é"}""",
            Outcomes = ["yes", "no"],
        };
        await CommitAsync(s => s.OpenTask(task));
        var submission = Submission("key-1", task.Id);
        await CommitAsync(s => s.CompleteTask(s.FindTask(task.Id)!, submission, "yes"), Noon.AddHours(1));

        using var session = Open();
        var stored = session.FindTask(task.Id)!;
        stored.State.ShouldBe(TaskState.Completed);
        stored.Outcome.ShouldBe("yes");
        stored.CompletedBy.ShouldBe("ana");
        stored.SubmissionId.ShouldBe(submission.Id);
        stored.ClosedAt.ShouldBe(Noon.AddHours(1));
        stored.Revision.ShouldBe(2);
        stored.Priority.ShouldBe(TaskPriority.High);
        stored.Sensitivity.ShouldBe(Sensitivity.Medical);
        stored.DueAt.ShouldBe(Noon.AddDays(2));
        stored.Outcomes.ShouldBe(["yes", "no"]);
        stored.Prefill()["a"]!.GetValue<string>().ShouldBe("é");
        session.FindSubmissionByKey("key-1")!.Outcome.ShouldBe("yes");
        session.FindSubmission(submission.Id)!.Data()["x"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_known_key_has_no_second_effect()
    {
        await CommitAsync(s => s.AddSubmission(Submission("key-1", null)));

        using var again = Open();
        again.AddSubmission(Submission("key-1", null));
        again.OpenTask(new HumanTask
        {
            InstanceId = "i", BookmarkId = "b", Form = "intake", Title = "Never", Role = "clerk",
        });
        (await again.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Duplicate);

        await using var db = Db();
        (await db.Submissions.CountAsync()).ShouldBe(1);
        (await db.Tasks.CountAsync()).ShouldBe(0);
        (await db.Audit.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_is_completed_once()
    {
        var task = new HumanTask { InstanceId = "i", BookmarkId = "b", Form = "intake", Title = "T", Role = "clerk" };
        await CommitAsync(s => s.OpenTask(task));
        using var first = Open();
        using var second = Open();
        first.CompleteTask(first.FindTask(task.Id)!, Submission("key-1", task.Id), "Done");
        second.CompleteTask(second.FindTask(task.Id)!, Submission("key-2", task.Id), "Done");

        (await first.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Committed);
        (await second.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Stale);

        await using var db = Db();
        (await db.Submissions.SingleAsync()).IdempotencyKey.ShouldBe("key-1");
    }

    [Fact]
    public async Task Sending_a_form_removes_the_senders_draft_of_it()
    {
        var task = new HumanTask { InstanceId = "i", BookmarkId = "b", Form = "intake", Title = "T", Role = "clerk" };
        await using (var db = Db())
        {
            db.Drafts.AddRange(
                new Draft { Owner = "ana", Form = "intake", TaskId = task.Id, UpdatedAt = Noon },
                new Draft { Owner = "ana", Form = "intake", UpdatedAt = Noon },
                new Draft { Owner = "luc", Form = "intake", TaskId = task.Id, UpdatedAt = Noon });
            await db.SaveChangesAsync();
        }

        await CommitAsync(s => s.OpenTask(task));
        await CommitAsync(s => s.CompleteTask(s.FindTask(task.Id)!, Submission("key-1", task.Id), "Done"));

        await using var after = Db();
        (await after.Drafts.OrderBy(d => d.Owner).Select(d => d.Owner + (d.TaskId == null ? "" : "+")).ToListAsync())
            .ShouldBe(["ana", "luc+"]);
    }

    [Fact]
    public async Task A_webhook_message_is_taken_in_once()
    {
        var receipt = new WebhookReceipt { Source = "clinic", MessageId = "m1", BodyHash = "h", At = Noon };
        await CommitAsync(s => s.AddReceipt(receipt));

        using var again = Open();
        again.FindReceipt("clinic", "m1")!.Id.ShouldBe(receipt.Id);
        again.FindReceipt("other", "m1").ShouldBeNull();
        again.AddReceipt(new WebhookReceipt { Source = "clinic", MessageId = "m1", BodyHash = "h", At = Noon });
        (await again.CommitAsync(CancellationToken.None)).Result.ShouldBe(CommitResult.Duplicate);
    }

    private static Submission Submission(string key, Guid? taskId) => new()
    {
        IdempotencyKey = key,
        Form = "intake",
        FormVersion = 3,
        TaskId = taskId,
        SubmittedBy = "ana",
        SubmittedAt = Noon,
        DataJson = """{"x":1}""",
    };
}
