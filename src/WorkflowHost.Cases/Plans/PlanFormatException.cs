namespace WorkflowHost.Cases.Plans;

/// <summary>Thrown by <see cref="Plan.Parse"/> when the text is not a plan; carries every mistake found.</summary>
public sealed class PlanFormatException(IReadOnlyList<PlanProblem> problems)
    : FormatException(string.Join(Environment.NewLine, problems))
{
    /// <summary>All mistakes, never empty.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; } = problems;
}
