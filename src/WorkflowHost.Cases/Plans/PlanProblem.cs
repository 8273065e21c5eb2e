namespace WorkflowHost.Cases.Plans;

/// <summary>
/// A mistake in plan.json: where (<c>sites[2].capacity.familias</c>), a stable code, and a sentence for the author.
/// A warning does not keep the plan from being used.
/// </summary>
public sealed record PlanProblem(string Path, string Code, string Message, bool IsWarning = false)
{
    /// <summary>Path and sentence, as the validate command prints them.</summary>
    public override string ToString() => $"{Path}: {Message} ({Code})";
}
