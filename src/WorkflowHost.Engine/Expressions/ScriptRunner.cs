using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using JsExpressions;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Evaluates the scripts of one burst; they share its budget and its clock.</summary>
internal sealed class ScriptRunner(Burst burst)
{
    private static readonly ConcurrentDictionary<string, ScriptExpression> ActivityScripts = new(StringComparer.Ordinal);
    private const int MaxCachedScripts = 4096;

    private JsRun? _run;

    /// <summary>Evaluation arguments (<c>args</c>), or null.</summary>
    public JsonObject? Arguments { get; set; }

    /// <summary>Outcomes chosen by the script of a RunJavaScript.</summary>
    public List<string>? Outcomes { get; set; }

    public object? Evaluate(ScriptExpression script, ActivityContext context)
    {
        var parsed = script.Parsed();
        var scope = new JsScope();
        var variables = ScriptScope.Fill(scope, parsed, script, context);
        _run ??= NewRun();
        try
        {
            var result = _run.Settle(parsed.Evaluate(_run, scope));
            variables?.WriteBack(context);
            return ScriptValues.FromScript(result);
        }
        catch (JsException error)
        {
            throw new ActivityFaultException("JavaScriptError", Message(error), error);
        }
        catch (JsBudgetExceededException error)
        {
            throw new ActivityFaultException("Limit", error.Message, error);
        }
    }

    /// <summary>The script of a RunJavaScript activity: its text is a value, so it is cached by text.</summary>
    public (object? Result, IReadOnlyList<string>? Outcomes) RunActivity(string source, ActivityContext context)
    {
        if (!ActivityScripts.TryGetValue(source, out var script))
        {
            script = new ScriptExpression(source);
            if (ActivityScripts.Count < MaxCachedScripts)
                ActivityScripts.TryAdd(source, script);
        }
        Outcomes = null;
        var result = Evaluate(script, context);
        var outcomes = Outcomes;
        Outcomes = null;
        return (result, outcomes);
    }

    private JsRun NewRun() => new(
        JsLibrary.Standard,
        burst.Budget ?? new ExpressionBudget(ExpressionLimits.Default, new BurstClock(burst.Now)),
        new BurstClock(burst.Now),
        burst.Options.TimeZone);

    private static string Message(JsException error) =>
        error.Value.ObjectOrNull is JsError thrown ? thrown.Get("message").ToJsString() : error.Value.ToJsString();
}
