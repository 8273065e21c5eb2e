using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Features.Inbox;

/// <param name="About">Title of the case, or its folio for those who may not read names; null without a case.</param>
public sealed record InboxRow(
    Guid Id, string Title, string? About, string? Folio, string Role, string? Site, DateTimeOffset? DueAt, bool IsOverdue,
    TaskPriority Priority, DateTimeOffset CreatedAt);
