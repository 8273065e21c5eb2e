using System.Collections.Concurrent;
using JsExpressions;

namespace WorkflowHost.Cases.Plans;

/// <summary>
/// Evaluates a plan's expressions. One budget for everything asked of one instance; an expression that fails throws
/// <see cref="PlanScriptException"/> with its text, so that a wrong plan is noticed and never taken for "no".
/// </summary>
internal sealed class PlanScripts(Plan plan, DateTimeOffset now, ExpressionLimits limits)
{
    private static readonly ConcurrentDictionary<string, JsScript> Parsed = new(StringComparer.Ordinal);

    private readonly JsRun _run = new(
        JsLibrary.Standard, new ExpressionBudget(limits, TimeProvider.System), new At(now), plan.TimeZone);

    public PlanScripts(Plan plan, DateTimeOffset now)
        : this(plan, now, ExpressionLimits.Default)
    {
    }

    public bool IsTrue(string source, JsScope scope)
    {
        try
        {
            return Parsed.GetOrAdd(source, JsScript.ParseExpression).Evaluate(_run, scope).IsTruthy;
        }
        catch (Exception e) when (e is JsException or JsSyntaxException or JsBudgetExceededException)
        {
            throw new PlanScriptException(source, e);
        }
    }

    /// <summary>Whether every script knows that identifier without being given it.</summary>
    public bool IsGlobal(string name) => name == "undefined" || IsTrue($"typeof {name} !== 'undefined'", new JsScope());

    /// <summary>The instant of the unit of work; only the budget measures real time.</summary>
    private sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
