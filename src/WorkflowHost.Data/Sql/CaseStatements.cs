using System.Data.Common;
using WorkflowHost.Cases.Files;
using WorkflowHost.Cases.Submissions;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Data.Sql;

/// <summary>Statements over cases, links, tasks and submissions.</summary>
internal sealed class CaseStatements(WorkSchema schema)
{
    public Statement ById { get; } = schema.Cases.Select("WHERE id = $1", nameof(Case.Id));

    public Statement ByFolio { get; } = schema.Cases.Select("WHERE folio = $1", nameof(Case.Folio));

    public Statement ByType { get; } = schema.Cases.Select("WHERE type = $1", nameof(Case.Type));

    /// <summary>Whole cases, behind each its place among those with the key.</summary>
    public Statement ByKey { get; } = new(
        $"SELECT {string.Join(", ", schema.Cases.Columns.Select(c => "c." + c.Name))}, k.ordinal " +
        "FROM case_identities k JOIN cases c ON c.id = k.case_id WHERE k.case_type = $1 AND k.name = $2 AND k.value = $3",
        schema.Identities[nameof(CaseIdentity.CaseType)],
        schema.Identities[nameof(CaseIdentity.Name)],
        schema.Identities[nameof(CaseIdentity.Value)]);

    /// <summary>Reads what <see cref="ByKey"/> selects.</summary>
    public Func<DbDataReader, (Case Case, int Ordinal)> ReadByKey { get; } = reader =>
        (schema.Cases.Read(reader), reader.GetInt32(schema.Cases.Columns.Count));

    public Statement Update { get; } = schema.Cases.Update(
        [
            nameof(Case.Title), nameof(Case.State), nameof(Case.IsOpen), nameof(Case.SiteKey), nameof(Case.DataJson),
            nameof(Case.SearchText), nameof(Case.UpdatedAt), nameof(Case.ClosedAt), nameof(Case.Revision),
        ],
        "id = $10 AND revision = $11",
        nameof(Case.Id),
        nameof(Case.Revision));

    public Statement ForgetKeys { get; } = new(
        "DELETE FROM case_identities WHERE case_id = $1", schema.Identities[nameof(CaseIdentity.CaseId)]);

    public Statement LinksOf { get; } = schema.Links.Select(
        "WHERE from_id = $1 OR to_id = $2 ORDER BY created_at, id", nameof(CaseLink.FromId), nameof(CaseLink.ToId));

    /// <summary>Moves a counter up by a block and answers its new end.</summary>
    public Statement ReserveFolios { get; } = new(
        "INSERT INTO folio_counters (case_type, reserved) VALUES ($1, $2) " +
        "ON CONFLICT (case_type) DO UPDATE SET reserved = folio_counters.reserved + excluded.reserved RETURNING reserved",
        schema.Folios[nameof(FolioCounter.CaseType)],
        schema.Folios[nameof(FolioCounter.Reserved)]);

    public Statement TaskById { get; } = schema.Tasks.Select("WHERE id = $1", nameof(HumanTask.Id));

    public Statement OpenTasksOf { get; } = schema.Tasks.Select(
        "WHERE instance_id = $1 AND state = 'open'", nameof(HumanTask.InstanceId));

    public Statement OpenTasksAt { get; } = schema.Tasks.Select(
        "WHERE bookmark_id = $1 AND state = 'open'", nameof(HumanTask.BookmarkId));

    public Statement UpdateTask { get; } = schema.Tasks.Update(
        [
            nameof(HumanTask.SiteKey), nameof(HumanTask.Priority), nameof(HumanTask.DueAt), nameof(HumanTask.State),
            nameof(HumanTask.ClaimedBy), nameof(HumanTask.ClosedAt), nameof(HumanTask.CompletedBy),
            nameof(HumanTask.SubmissionId), nameof(HumanTask.Outcome), nameof(HumanTask.Role), nameof(HumanTask.DeadlineJson),
            nameof(HumanTask.DeadlineStep), nameof(HumanTask.Reminders), nameof(HumanTask.RemindedAt), nameof(HumanTask.Escalations),
            nameof(HumanTask.EscalatedAt), nameof(HumanTask.EscalatedTo), nameof(HumanTask.EscalatedFrom),
            nameof(HumanTask.EscalatedEverywhere), nameof(HumanTask.Revision),
        ],
        "id = $21 AND revision = $22",
        nameof(HumanTask.Id),
        nameof(HumanTask.Revision));

    public Statement SubmissionByKey { get; } = schema.Submissions.Select(
        "WHERE idempotency_key = $1", nameof(Submission.IdempotencyKey));

    public Statement SubmissionById { get; } = schema.Submissions.Select("WHERE id = $1", nameof(Submission.Id));

    public Statement Receipt { get; } = schema.Receipts.Select(
        "WHERE source = $1 AND message_id = $2", nameof(WebhookReceipt.Source), nameof(WebhookReceipt.MessageId));

    public Statement ForgetDraft { get; } = new(
        "DELETE FROM drafts WHERE owner = $1 AND task_id = $2",
        schema.Drafts[nameof(Draft.Owner)],
        schema.Drafts[nameof(Draft.TaskId)]);

    public Statement ForgetStartDraft { get; } = new(
        "DELETE FROM drafts WHERE owner = $1 AND form = $2 AND task_id IS NULL",
        schema.Drafts[nameof(Draft.Owner)],
        schema.Drafts[nameof(Draft.Form)]);
}
