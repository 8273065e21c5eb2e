using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Evaluates the scripts of one burst.</summary>
internal sealed class ScriptRunner(Burst burst)
{
    public object? Evaluate(ScriptExpression script, ActivityContext context) =>
        throw new ActivityFaultException("JavaScriptError", $"No evaluator for '{script.Source}' in {burst.InstanceId} at {context.ActivityId}.");
}
