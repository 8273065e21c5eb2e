using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Inbox;

/// <summary>The first page of the day: what waits for me, and what I can begin.</summary>
/// <param name="Stopped">Workflows that have stopped at an error; 0 for whoever cannot mend them.</param>
public sealed record InboxPage(
    InboxFilter Filter,
    PageOf<InboxRow> Tasks,
    int Overdue,
    IReadOnlyList<Choice> Roles,
    IReadOnlyList<Choice> Sites,
    IReadOnlyList<Choice> Starts,
    int Stopped);

/// <summary>A key and what it is called.</summary>
public sealed record Choice(string Key, string Title);
