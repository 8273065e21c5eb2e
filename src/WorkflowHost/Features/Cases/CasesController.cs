using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Features.Shared.Headers;

namespace WorkflowHost.Features.Cases;

/// <summary>Cases: the list, one of them, and the answers behind it.</summary>
[Authorize(Permissions.ReadCases)]
public sealed class CasesController(PeopleList people, CaseReader cases, SubmissionReader submissions) : Controller
{
    [HttpGet("/people")]
    public async Task<IActionResult> People(PeopleFilter filter, CancellationToken stop) =>
        await people.ReadAsync(filter, stop) is { } page ? View(page) : NotFound();

    [HttpGet("/cases/{id:guid}")]
    public async Task<IActionResult> Open(Guid id, CancellationToken stop) =>
        await cases.ReadAsync(id, stop) is { } page ? View("Case", page) : NotFound();

    [HttpGet("/cases/{id:guid}/submissions/{submissionId:guid}")]
    [ContentSecurity(ContentSecurityProfile.Form)]
    public async Task<IActionResult> Submission(Guid id, Guid submissionId, CancellationToken stop) =>
        await submissions.ReadAsync(id, submissionId, stop) is { } page ? View("Submission", page) : NotFound();
}
