using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>JavaScript (elsa-semantics 4.2), parsed on first use and then shared.</summary>
internal sealed class ScriptExpression(string source) : Expression
{
    public string Source { get; } = source;

    public override object? Evaluate(ActivityContext context, ElsaType target) =>
        context.Burst.Scripts.Evaluate(this, context);
}
