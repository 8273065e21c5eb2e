using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>One thing that will happen to a task if it is still open at that instant.</summary>
/// <param name="At">Not before this instant.</param>
/// <param name="Level">0 for a reminder; escalations are numbered from 1.</param>
public sealed record DeadlineStep(DateTimeOffset At, int Level)
{
    /// <summary>As in <see cref="DeadlineEscalation.Priority"/>.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>As in <see cref="DeadlineEscalation.Role"/>.</summary>
    public string? Role { get; init; }

    /// <summary>As in <see cref="DeadlineEscalation.HandOver"/>.</summary>
    public bool HandOver { get; init; }

    /// <summary>As in <see cref="DeadlineEscalation.Everywhere"/>.</summary>
    public bool Everywhere { get; init; }

    /// <summary>As in <see cref="DeadlineEscalation.Event"/>.</summary>
    public string? Event { get; init; }
}
