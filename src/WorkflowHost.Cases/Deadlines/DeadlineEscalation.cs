using WorkflowHost.Cases.Tasks;

namespace WorkflowHost.Cases.Deadlines;

/// <summary>What happens to a task that is overdue.</summary>
public sealed record DeadlineEscalation
{
    /// <summary>Time after the task was due; zero at once.</summary>
    public TimeSpan After { get; init; }

    /// <summary>Time between repetitions; zero when there is one.</summary>
    public TimeSpan Every { get; init; }

    /// <summary>How many in all, at least 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Priority it is raised to, never lowered; null leaves it.</summary>
    public TaskPriority? Priority { get; init; }

    /// <summary>Role that gets it too, or null.</summary>
    public string? Role { get; init; }

    /// <summary>True: that role gets it instead of the one that had it.</summary>
    public bool HandOver { get; init; }

    /// <summary>True: people of that role get it whatever site they are at.</summary>
    public bool Everywhere { get; init; }

    /// <summary>Event type that subscribed endpoints are told, one of the plan's; or null.</summary>
    public string? Event { get; init; }
}
