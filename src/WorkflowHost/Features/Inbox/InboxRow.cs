using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Features.Inbox;

/// <param name="About">Title of the case, or its folio for those who may not read names; null without a case.</param>
public sealed record InboxRow(
    Guid Id, string Title, string? About, string? Folio, string Role, string? Site, DateTimeOffset? DueAt, bool IsOverdue,
    TaskPriority Priority, DateTimeOffset CreatedAt)
{
    /// <summary>When whoever has it was last reminded; null also for others than the one who took it.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Role it was escalated from, for those who got it by that; else null.</summary>
    public string? From { get; init; }

    /// <summary>Role that has it too by escalation, for those who had it before; else null.</summary>
    public string? To { get; init; }

    /// <summary>Due within the hour.</summary>
    public bool IsDueSoon { get; init; }
}
