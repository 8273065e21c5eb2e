using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>
/// One of the plan's ordered rules about how long tasks may take. The first that fits a task when it is opened is that
/// task's for good; whatever a rule does not name fits.
/// </summary>
public sealed record DeadlineRule
{
    /// <summary>Most reminders, and most escalations, that one rule may list.</summary>
    public const int MostSteps = 5;

    /// <summary>Most times that one of them may be repeated.</summary>
    public const int MostTimes = 10;

    /// <summary>Key, kept with the tasks it applied to.</summary>
    public required string Key { get; init; }

    /// <summary>Name on screens; empty takes the form's.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Key of the form, or null for any.</summary>
    public string? Form { get; init; }

    /// <summary>Key of the role that does it, or null for any.</summary>
    public string? Role { get; init; }

    /// <summary>Definition id of the process, or null for any.</summary>
    public string? Process { get; init; }

    /// <summary>Activity id of the step in it, or null for any.</summary>
    public string? Step { get; init; }

    /// <summary>Priority the task is opened with, or null for any.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>Time from opening to due, for tasks whose step says none itself; null leaves those without.</summary>
    public TimeSpan? Due { get; init; }

    /// <summary>Reminders to whoever has the task.</summary>
    public required IReadOnlyList<DeadlineReminder> Reminders { get; init; }

    /// <summary>What happens while nobody does it.</summary>
    public required IReadOnlyList<DeadlineEscalation> Escalations { get; init; }

    /// <summary>Whether the rule is about that task.</summary>
    public bool Fits(HumanTask task) =>
        (Form is null || Form == task.Form)
        && (Role is null || Role == task.Role)
        && (Process is null || Process == task.DefinitionId)
        && (Step is null || Step == task.ActivityId)
        && (Priority is null || Priority == task.Priority);

    /// <summary>Whether every task the other rule is about is this one's too.</summary>
    public bool Covers(DeadlineRule other) =>
        (Form is null || Form == other.Form)
        && (Role is null || Role == other.Role)
        && (Process is null || Process == other.Process)
        && (Step is null || Step == other.Step)
        && (Priority is null || Priority == other.Priority);
}
