using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>A Guid inside a script: text by toString, and by .NET's ToString as Elsa's scripts write it.</summary>
internal sealed class ScriptGuid : JsObject
{
    public ScriptGuid(Guid value)
    {
        Value = value;
        SetFunction("toString", _ => value.ToString());
        SetFunction("ToString", _ => value.ToString());
    }

    public Guid Value { get; }
}
