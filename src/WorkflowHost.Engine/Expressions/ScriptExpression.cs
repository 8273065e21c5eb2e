using System.Text.RegularExpressions;
using JsExpressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>JavaScript (elsa-semantics 4.2), parsed on first use and then shared by all instances.</summary>
internal sealed partial class ScriptExpression(string source) : Expression
{
    private JsScript? _script;
    private IReadOnlyList<string>? _variableNames;

    public string Source { get; } = source;

    /// <summary>Names mentioned as <c>variables.Name</c>: only those exist on the object, as in Elsa.</summary>
    public IReadOnlyList<string> VariableNames =>
        _variableNames ??= VariableMention().Matches(Source).Select(match => match.Groups[1].Value).Distinct().ToList();

    /// <exception cref="ActivityFaultException">Class JavaScriptSyntaxError.</exception>
    public JsScript Parsed()
    {
        if (_script is not null)
            return _script;
        try
        {
            return _script = JsScript.ParseBody(Source);
        }
        catch (JsSyntaxException error)
        {
            throw new ActivityFaultException("JavaScriptSyntaxError", error.Message, error);
        }
    }

    public override object? Evaluate(ActivityContext context, ElsaType target) => context.Burst.Scripts.Evaluate(this, context);

    [GeneratedRegex(@"\bvariables\.([\p{L}_$][\p{L}\p{N}_$]*)")]
    private static partial Regex VariableMention();
}
