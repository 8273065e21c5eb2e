using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Formio;
using WorkflowHost.Activities;
using WorkflowHost.Cases;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running;

/// <summary>
/// The one way in for filled forms. A submission is judged by the server, then submission, task, workflow, cases, audit
/// and outbox commit together or not at all.
/// </summary>
public sealed class FormSubmissions
{
    private const string TaskClosed = "task.closed";
    private const string InstanceBusy = "instance.busy";

    private readonly WorkUnits _units;
    private readonly Bursts _bursts;
    private readonly PublishedContent _content;
    private readonly SubmissionProcessor _processor;
    private readonly TimeProvider _clock;

    internal FormSubmissions(
        WorkUnits units, Bursts bursts, PublishedContent content, SubmissionProcessor processor, TimeProvider clock)
    {
        _units = units;
        _bursts = bursts;
        _content = content;
        _processor = processor;
        _clock = clock;
    }

    /// <summary>Judges a form and, when it is in order, carries out what it starts or continues.</summary>
    /// <exception cref="StoreBusyException">Too much is waiting; nothing was stored.</exception>
    public async Task<SubmissionAnswer> SubmitAsync(FormSubmission submission, CancellationToken ct)
    {
        var hash = HashOf(submission);
        // A second run of the unit must not judge again: the verdict cannot have changed, and it is most of the work.
        Judged? judged = null;
        var (answer, result) = await _units.RunAsync<SubmissionAnswer>(submission.By.Name, async (session, snapshot) =>
        {
            if (session.FindSubmissionByKey(submission.IdempotencyKey) is { } known)
                return WorkStep.Nothing(Known(known, hash));
            return submission.Target switch
            {
                SubmissionTarget.OpenTask open => await CompleteAsync(session, snapshot, submission, open, hash),
                SubmissionTarget.StartForm start => await StartAsync(session, snapshot, submission, start, hash),
                var other => throw new InvalidOperationException($"Unknown target {other.GetType().Name}."),
            };
        }, ct);
        return result switch
        {
            // Whoever closed it may have been this very submission, sent twice and committed between two of our readings.
            CommitResult.Committed when answer is SubmissionAnswer.Conflict { Code: TaskClosed } =>
                await FindKnownAsync(submission, hash, TaskClosed, ct),
            CommitResult.Committed => answer,
            CommitResult.Duplicate => await FindKnownAsync(submission, hash, InstanceBusy, ct),
            CommitResult.NoCapacity => new SubmissionAnswer.Conflict("place.contended"),
            CommitResult.Busy => throw new StoreBusyException(),
            _ => new SubmissionAnswer.Conflict(InstanceBusy),
        };

        async ValueTask<WorkStep<SubmissionAnswer>> CompleteAsync(
            WorkSession session, ContentSnapshot snapshot, FormSubmission sent, SubmissionTarget.OpenTask target, string requestHash)
        {
            if (session.FindTask(target.TaskId) is not { } task)
                return Nothing(new SubmissionAnswer.NotFound());
            if (!sent.By.MayWork(snapshot.Plan, task))
                return Nothing(new SubmissionAnswer.Forbidden());
            if (task.State != TaskState.Open)
                return Nothing(new SubmissionAnswer.Conflict(TaskClosed));
            var form = await _content.FindFormVersionAsync(task.Form, task.FormVersion, ct)
                ?? throw new InvalidOperationException($"Form {task.Form} version {task.FormVersion} of task {task.Id} is gone.");
            judged ??= Judge(form, sent, snapshot.Plan);
            if (!judged.Result.IsValid)
                return Nothing(new SubmissionAnswer.Invalid(judged.Result));
            var outcome = task.Outcomes.Contains(judged.Decision ?? "") ? judged.Decision! : FormTask.DefaultOutcome;
            var accepted = Store(form, sent, judged, session.Now, requestHash, task.SiteKey ?? sent.Site, task);
            session.CompleteTask(task, accepted, outcome);
            NoteWarnings(session, accepted, judged);
            var origin = Origin(accepted, judged.Result.Data, outcome);
            var commit = await _bursts.ContinueAsync(
                session, snapshot, task.InstanceId, new ResumeBookmark(task.BookmarkId, null), origin, ct);
            return commit is { Applied: true }
                ? Commit(Answer(accepted, commit.InstanceId, origin, judged))
                : Nothing(new SubmissionAnswer.Conflict(TaskClosed));
        }

        async ValueTask<WorkStep<SubmissionAnswer>> StartAsync(
            WorkSession session, ContentSnapshot snapshot, FormSubmission sent, SubmissionTarget.StartForm target, string requestHash)
        {
            var form = target.Version is { } version
                ? await _content.FindFormVersionAsync(target.Form, version, ct)
                : snapshot.FindForm(target.Form);
            if (form is null)
                return Nothing(new SubmissionAnswer.NotFound());
            if (await FindStartAsync(snapshot, form, target.Begun) is not { } found)
                return Nothing(RetiredSince(snapshot, form) is { } since ? new SubmissionAnswer.Retired(since) : new SubmissionAnswer.NotFound());
            var (workflow, start) = found;
            if (!sent.By.MayDo(snapshot.Plan, Permissions.StartForms, start.Role, sent.Site, form.Sensitivity))
                return Nothing(new SubmissionAnswer.Forbidden());
            judged ??= Judge(form, sent, snapshot.Plan);
            if (!judged.Result.IsValid)
                return Nothing(new SubmissionAnswer.Invalid(judged.Result));
            var accepted = Store(form, sent, judged, session.Now, requestHash, sent.Site, task: null);
            var instanceId = BurstHost.NewInstanceId();
            accepted.InstanceId = instanceId;
            session.AddSubmission(accepted);
            NoteWarnings(session, accepted, judged);
            var origin = Origin(accepted, judged.Result.Data, FormTask.DefaultOutcome);
            var commit = _bursts.Start(
                session, snapshot, workflow, instanceId, new StartWorkflow { TriggerActivityId = start.ActivityId }, origin, StartDoor.Form);
            if (commit is null)
                return Nothing(new SubmissionAnswer.Conflict("workflow.running"));
            return Commit(Answer(accepted, commit.InstanceId, origin, judged));
        }
    }

    // What is in force now; else, for what was begun while it was, the very version that it began with.
    private async ValueTask<(CompiledWorkflow Workflow, StartForm Start)?> FindStartAsync(
        ContentSnapshot snapshot, PublishedForm form, FormBegun? begun)
    {
        if (snapshot.FindStart(form.Key) is { } start && snapshot.FindWorkflow(start.DefinitionId) is { } workflow)
            return (workflow, start);
        return begun is not null && !(RetiredSince(snapshot, form) <= begun.At)
            ? await _content.FindStartOfVersionAsync(begun.DefinitionVersionId, form, CancellationToken.None)
            : null;
    }

    private static DateTimeOffset? RetiredSince(ContentSnapshot snapshot, PublishedForm form) =>
        snapshot.FindForm(form.Key) is { IsRetired: true } retired ? retired.PublishedAt : null;

    private Judged Judge(PublishedForm form, FormSubmission sent, Plan plan)
    {
        var result = _processor.Process(form.Compiled, sent.Data, new SubmissionContext
        {
            Language = sent.Language,
            TimeZone = plan.TimeZone,
            TimeProvider = _clock,
            Metadata = sent.Metadata,
        });
        return new Judged(result, form.Decision is { } key ? result.Data[key]?.ToString() : null);
    }

    private static Submission Store(
        PublishedForm form, FormSubmission sent, Judged judged, DateTimeOffset now, string hash, string? site, HumanTask? task) => new()
        {
            Id = Guid.CreateVersion7(now),
            IdempotencyKey = sent.IdempotencyKey,
            RequestHash = hash,
            Form = form.Key,
            FormVersion = form.Version,
            TaskId = task?.Id,
            InstanceId = task?.InstanceId,
            CaseId = task?.CaseId,
            SiteKey = site,
            SubmittedBy = sent.By.Name,
            SubmittedAt = now,
            Language = sent.Language,
            Sensitivity = form.Sensitivity,
            DataJson = JsonText.Of(judged.Result.Data),
        };

    private static SubmissionAnswer.Accepted Answer(Submission accepted, string instanceId, BurstOrigin origin, Judged judged) =>
        new(accepted.Id, instanceId, [.. origin.OpenedTasks]) { Warnings = judged.Result.Warnings };

    // What the person was warned of and sent all the same: where and of what, never the value.
    private static void NoteWarnings(WorkSession session, Submission accepted, Judged judged)
    {
        if (judged.Result.Warnings is not { Count: > 0 } warnings)
            return;
        session.Audit("submission.warned", "submission", accepted.Id.ToString(), new JsonObject
        {
            ["form"] = accepted.Form,
            ["warnings"] = new JsonArray([.. warnings.Select(warning => (JsonNode)$"{warning.Path}: {warning.ErrorKey}")]),
        });
    }

    private static BurstOrigin Origin(Submission accepted, JsonObject data, string outcome) =>
        new(new SubmissionInHand(accepted.Id, data, outcome, accepted.SiteKey, accepted.SubmittedBy));

    // The twin that was first has committed between our reading and our commit.
    private async Task<SubmissionAnswer> FindKnownAsync(
        FormSubmission submission, string hash, string otherwise, CancellationToken ct)
    {
        var (answer, _) = await _units.RunAsync(submission.By.Name, (session, _) => ValueTask.FromResult(WorkStep.Nothing(
            session.FindSubmissionByKey(submission.IdempotencyKey) is { } known
                ? Known(known, hash)
                : new SubmissionAnswer.Conflict(otherwise))), ct);
        return answer;
    }

    private static SubmissionAnswer Known(Submission known, string hash) => known.RequestHash == hash
        ? new SubmissionAnswer.Duplicate(known.Id, known.InstanceId)
        : new SubmissionAnswer.Conflict("key.reused");

    private static string HashOf(FormSubmission submission) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{submission.Target}\n{submission.Data.ToJsonString()}")));

    private static WorkStep<SubmissionAnswer> Nothing(SubmissionAnswer answer) => WorkStep.Nothing(answer);

    private static WorkStep<SubmissionAnswer> Commit(SubmissionAnswer answer) => WorkStep.Commit(answer);

    private sealed record Judged(SubmissionResult Result, string? Decision);
}
