using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Evaluates the scripts of one burst.</summary>
internal sealed class ScriptRunner(Burst burst)
{
    /// <summary>Evaluation arguments (<c>args</c>), or null.</summary>
    public JsonObject? Arguments { get; set; }

    public object? Evaluate(ScriptExpression script, ActivityContext context) =>
        throw new ActivityFaultException("JavaScriptError", $"No evaluator for '{script.Source}' in {burst.InstanceId} at {context.ActivityId}.");

    public (object? Result, IReadOnlyList<string>? Outcomes) RunActivity(string script, ActivityContext context) =>
        throw new ActivityFaultException("JavaScriptError", $"No evaluator for '{script}' in {burst.InstanceId} at {context.ActivityId}.");
}
