using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>
/// Generated functions: getX and setX of variables, getX of inputs (not inside a workflow used as an activity), getX of
/// arguments, getOutputFromActivity of outputs.
/// </summary>
internal static class ScriptAccessors
{
    public static Func<JsValue[], JsValue>? Find(string name, ActivityContext context, ScriptVariables? variables)
    {
        var subject = name[3..];
        if (subject.Length == 0)
            return null;
        if (Variable(subject, context) is { } variable)
            return name[0] == 'g'
                ? _ => ScriptValues.ToScript(context.FindVariable(variable)?.Value)
                : args => ScriptFunctions.SetVariable(context, variables, variable, args.Length > 0 ? args[0] : JsValue.Undefined);
        if (name[0] == 's')
            return null;
        if (Input(subject, context) is { } input)
            return _ => ScriptValues.ToScript(context.WorkflowInput(input));
        if (context.Burst.Scripts.Arguments is { } arguments
            && arguments.FirstOrDefault(argument => Pascal(argument.Key) == subject).Key is { } key)
            return _ => JsJson.FromNode(arguments[key]);
        return ScriptOutputs.Accessor(subject, context);
    }

    private static string? Variable(string subject, ActivityContext context)
    {
        for (var scope = context; scope is not null; scope = scope.Parent)
            foreach (var slot in scope.Slots ?? [])
                if (Pascal(slot.Name) == subject)
                    return slot.Name;
        return null;
    }

    /// <summary>None inside a workflow used as an activity: there the inputs are variables, and the parent's are not its business.</summary>
    private static string? Input(string subject, ActivityContext context)
    {
        for (var above = context.Parent; above is not null; above = above.Parent)
            if (above.Node.Type is Activities.WorkflowAsActivity)
                return null;
        foreach (var definition in context.Burst.Workflow.Definition.Inputs)
            if (definition.Name == subject)
                return definition.Name;
        return null;
    }

    /// <summary>First letter and letters behind separators raised, separators out.</summary>
    private static string Pascal(string name)
    {
        if (name.Length > 0 && char.IsUpper(name[0]) && name.IndexOfAny([' ', '_', '-']) < 0)
            return name;
        var words = name.Split([' ', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }
}
