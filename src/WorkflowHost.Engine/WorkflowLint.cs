namespace WorkflowHost.Engine;

/// <summary>Finds mistakes in a definition before people meet them (elsa-semantics 0.4 and 0.5).</summary>
public static class WorkflowLint
{
    /// <summary>All problems of a definition, in document order; empty when it is clean.</summary>
    public static IReadOnlyList<WorkflowProblem> Check(WorkflowDefinition definition, WorkflowLintContext context)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(context);
        return [.. context.Rules.SelectMany(rule => rule(CompiledWorkflow.Compile(definition, context.Registry)))];
    }
}
