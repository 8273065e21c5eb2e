using WorkflowHost.Cases.Files;

namespace WorkflowHost.Features.Cases;

/// <summary>Everything about one case that the person may read.</summary>
/// <param name="HiddenFacts">How many filled fields their role does not reach.</param>
public sealed record CasePage(
    Case File, string Title, string Type, string Plural, string State, string? Site,
    IReadOnlyList<CaseFact> Facts, int HiddenFacts,
    IReadOnlyList<CaseLinkGroup> Links, IReadOnlyList<CaseStay> Stays, IReadOnlyList<CaseTask> Tasks,
    IReadOnlyList<CaseReferral> Referrals, IReadOnlyList<CaseEvent> Timeline, IReadOnlyList<CaseTrouble> Troubles);

/// <param name="Title">Of the link kind.</param>
public sealed record CaseLinkGroup(string Title, IReadOnlyList<CaseLinkRow> Rows);

/// <param name="Role">Role in the link, or null.</param>
public sealed record CaseLinkRow(Guid Id, string Title, string Folio, string? Role, bool MayOpen);

public sealed record CaseStay(string Site, string Segment, string StateKey, DateTimeOffset From, DateTimeOffset? Until, string? Reason);

/// <param name="IsMine">Whether the person may open it.</param>
public sealed record CaseTask(Guid Id, string Title, string Role, DateTimeOffset? DueAt, bool IsOverdue, bool IsMine);

public sealed record CaseReferral(string Partner, string Reason, string StateKey, DateTimeOffset At);

/// <summary>One point of the story.</summary>
/// <param name="Kind">submission, fact or audit: the colour of the dot.</param>
/// <param name="SubmissionId">Set when its answers may be read.</param>
public sealed record CaseEvent(DateTimeOffset At, string Kind, string Title, string? Actor, Guid? SubmissionId = null);

/// <summary>A workflow about this case that has stopped at an error: somebody has to see it, even without a task.</summary>
public sealed record CaseTrouble(string InstanceId, string Workflow, DateTimeOffset Since);
