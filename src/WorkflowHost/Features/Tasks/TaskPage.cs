using WorkflowHost.Cases.Tasks;
using WorkflowHost.Features.Shared.Forms;

namespace WorkflowHost.Features.Tasks;

/// <summary>A task as its page shows it.</summary>
/// <param name="Sheet">The form; null when the task is closed.</param>
/// <param name="Case">The case, or null when there is none or its name may not be read.</param>
/// <param name="History">Reminders and escalations, oldest first.</param>
public sealed record TaskPage(
    HumanTask Task, string Role, string? Site, bool IsOverdue, TaskCase? Case, FormSheet? Sheet, string? CompletedBy, IReadOnlyList<TaskMoment> History);

/// <summary>Something that happened to the task, in words.</summary>
public sealed record TaskMoment(DateTimeOffset At, string Words);

/// <param name="MayOpen">Whether the person may open the case page.</param>
public sealed record TaskCase(Guid Id, string Title, string Folio, string Type, bool MayOpen);
