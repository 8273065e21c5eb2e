using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Forms;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Cases;

/// <summary>Shows the answers of a submission to those its sensitivity is open to, and writes down who looked.</summary>
public sealed class SubmissionReader(
    WorkDb db, AuditPen audit, CurrentStaff staff, CaseReading reading, PublishedContent content)
{
    public async Task<SubmissionPage?> ReadAsync(Guid caseId, Guid id, CancellationToken stop)
    {
        var file = await db.Cases.AsNoTracking().FirstOrDefaultAsync(one => one.Id == caseId, stop);
        var submission = await db.Submissions.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id && one.CaseId == caseId, stop);
        if (file is null || submission is null || !reading.MayOpen(file) || !reading.MayRead(file, submission.Sensitivity))
            return null;

        if (submission.Sensitivity is Sensitivity.Medical or Sensitivity.Protected)
        {
            // Reads of delicate data are audited like writes (data protection requirement DP-13).
            await audit.WriteAsync(staff.UserName, "submission.read", "case", caseId.ToString(), stop, new JsonObject { ["submission"] = id.ToString() });
        }

        var form = await content.FindFormVersionAsync(submission.Form, submission.FormVersion, stop);
        return new SubmissionPage(
            caseId, reading.TitleOf(file), form?.Title ?? submission.Form, submission,
            new FormSheet(submission.Form, submission.FormVersion, "", "", submission.Data(), []) { IsReadOnly = true });
    }
}
