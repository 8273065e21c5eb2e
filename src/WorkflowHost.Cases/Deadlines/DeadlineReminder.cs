namespace WorkflowHost.Cases.Deadlines;

/// <summary>A reminder of a task.</summary>
/// <param name="At">Time from when the task is due; negative before.</param>
/// <param name="Every">Time between repetitions; zero when there is one.</param>
/// <param name="Times">How many in all, at least 1.</param>
public sealed record DeadlineReminder(TimeSpan At, TimeSpan Every, int Times);
