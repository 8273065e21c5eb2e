using WorkflowHost.Cases.Submissions;
using WorkflowHost.Features.Shared.Forms;

namespace WorkflowHost.Features.Cases;

/// <summary>A filled form, shown by the version that judged it.</summary>
public sealed record SubmissionPage(Guid CaseId, string CaseTitle, string Title, Submission Submission, FormSheet Sheet);
