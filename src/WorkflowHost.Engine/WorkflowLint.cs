using WorkflowHost.Engine.Linting;

namespace WorkflowHost.Engine;

/// <summary>
/// Finds mistakes in a definition before people meet them: steps nobody reaches, joins that wait for ever, values a wait loses,
/// scripts that do not parse, names that mean nothing (elsa-semantics 0.4 and 0.5).
/// </summary>
public static class WorkflowLint
{
    /// <summary>All problems of a definition; empty when it is clean. Never throws for what a designer can draw.</summary>
    public static IReadOnlyList<WorkflowProblem> Check(WorkflowDefinition definition, WorkflowLintContext context)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(context);
        CompiledWorkflow workflow;
        try
        {
            workflow = CompiledWorkflow.Compile(definition, context.Registry);
        }
        catch (WorkflowDefinitionException error)
        {
            return [new WorkflowProblem("root", "not-loadable", error.Message, "Import a valid definition.")];
        }
        var linted = new LintedWorkflow(workflow);
        return
        [
            .. WorkflowValidation.NamesGivenTwice(definition).Select(text =>
                new WorkflowProblem("inputs", "name-given-twice", text, "Give each input and each output a name of its own.")),
            .. ActivityChecks.Run(linted),
            .. FlowchartChecks.Run(linted),
            .. JoinChecks.Run(linted),
            .. TrapChecks.Run(linted),
            .. ScriptChecks.Run(linted),
            .. LiquidChecks.Run(linted),
            .. WaitChecks.Run(linted),
            .. ReferenceChecks.Run(linted, context),
            .. context.Rules.SelectMany(rule => rule(workflow)),
        ];
    }
}
