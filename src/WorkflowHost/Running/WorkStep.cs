namespace WorkflowHost.Running;

/// <summary>What a unit of work came to.</summary>
/// <param name="Commits">False when there is nothing to store.</param>
internal readonly record struct WorkStep<T>(T Answer, bool Commits);

internal static class WorkStep
{
    public static WorkStep<T> Commit<T>(T answer) => new(answer, true);

    public static WorkStep<T> Nothing<T>(T answer) => new(answer, false);
}
