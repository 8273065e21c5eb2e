using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>Binds what a script uses, and only that: the function list of elsa-semantics 4.2 and the generated accessors.</summary>
internal static class ScriptScope
{
    public static ScriptVariables? Fill(JsScope scope, JsScript script, ScriptExpression source, ActivityContext context)
    {
        ScriptVariables? variables = null;
        foreach (var name in script.FreeNames)
        {
            if (name == "variables")
            {
                variables ??= new ScriptVariables(source, context);
                scope.Set(name, variables.Object);
            }
        }
        foreach (var name in script.FreeNames)
            if (ScriptFunctions.Find(name, context, variables) is { } function)
                scope.SetFunction(name, function);
            else if (ScriptTypes.Find(name, context) is { } type)
                scope.Set(name, type);
            else if (name == "args" && context.Burst.Scripts.Arguments is { } arguments)
                scope.Set(name, JsJson.FromNode(arguments));
        return variables;
    }
}
