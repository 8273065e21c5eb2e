using System.Text.Json.Nodes;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly List<Submission> _submissions = [];
    private readonly List<WebhookReceipt> _receipts = [];
    private readonly List<Write> _draftsDropped = [];

    /// <summary>The submission stored under that key, or null.</summary>
    public Submission? FindSubmissionByKey(string idempotencyKey) =>
        _submissions.FirstOrDefault(s => s.IdempotencyKey == idempotencyKey)
        ?? Query(_schema.Case.SubmissionByKey, _schema.Submissions.Read, idempotencyKey).FirstOrDefault();

    /// <summary>The submission, or null.</summary>
    public Submission? FindSubmission(Guid id) =>
        _submissions.FirstOrDefault(s => s.Id == id)
        ?? Query(_schema.Case.SubmissionById, _schema.Submissions.Read, id).FirstOrDefault();

    /// <summary>
    /// Stores an accepted form; it becomes <see cref="Cases.World.CaseWorld.CurrentSubmission"/> and its sender's draft
    /// goes. The commit ends as <see cref="CommitResult.Duplicate"/> when its key is already there.
    /// </summary>
    public void AddSubmission(Submission submission)
    {
        _submissions.Add(submission);
        CurrentSubmission = submission.Id;
        _draftsDropped.Add(submission.TaskId is { } task
            ? _schema.Case.ForgetDraft.With(submission.SubmittedBy, task)
            : _schema.Case.ForgetStartDraft.With(submission.SubmittedBy, submission.Form));
        Audit(
            "submission.accepted",
            "submission",
            submission.Id.ToString(),
            new JsonObject { ["form"] = submission.Form, ["version"] = submission.FormVersion });
    }

    /// <summary>Closes a task with the submission that answers it, and stores that.</summary>
    public void CompleteTask(HumanTask task, Submission submission, string outcome)
    {
        Touch(task);
        task.State = TaskState.Completed;
        task.ClosedAt = Now;
        task.CompletedBy = submission.SubmittedBy;
        task.SubmissionId = submission.Id;
        task.Outcome = outcome;
        EndDeadline(task);
        submission.Outcome = outcome;
        AddSubmission(submission);
        Audit("task.completed", "task", task.Id.ToString(), new JsonObject { ["form"] = task.Form });
    }

    /// <summary>Gives a task to somebody, or with null back to everybody.</summary>
    public void ClaimTask(HumanTask task, string? owner)
    {
        Touch(task);
        task.ClaimedBy = owner;
    }

    /// <summary>Notes a webhook taken in; the commit ends as <see cref="CommitResult.Duplicate"/> when it is known.</summary>
    public void AddReceipt(WebhookReceipt receipt) => _receipts.Add(receipt);

    /// <summary>The receipt of a webhook already taken in, or null.</summary>
    public WebhookReceipt? FindReceipt(string source, string messageId) =>
        _receipts.FirstOrDefault(r => r.Source == source && r.MessageId == messageId)
        ?? Query(_schema.Case.Receipt, _schema.Receipts.Read, source, messageId).FirstOrDefault();

    private void WriteSubmissions(List<Write> writes)
    {
        foreach (var submission in _submissions)
            writes.Add(_schema.Submissions.InsertOf(submission, CommitResult.Duplicate));
        foreach (var receipt in _receipts)
            writes.Add(_schema.Receipts.InsertOf(receipt, CommitResult.Duplicate));
        writes.AddRange(_draftsDropped);
    }
}
