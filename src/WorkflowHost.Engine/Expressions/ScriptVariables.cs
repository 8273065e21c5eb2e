using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>
/// The <c>variables</c> object of one script: a copy of the variables it mentions, written back afterwards. Null and undefined
/// are not written back, as in Elsa.
/// </summary>
internal sealed class ScriptVariables
{
    private readonly Dictionary<string, JsValue> _before = new(StringComparer.Ordinal);

    public ScriptVariables(ScriptExpression script, ActivityContext context)
    {
        foreach (var name in script.VariableNames)
        {
            if (context.FindVariable(name) is not { } slot)
                continue;
            var value = ScriptValues.ToScript(slot.Value);
            _before[name] = value;
            Object.Set(name, value);
        }
    }

    public JsObject Object { get; } = new();

    /// <summary>setVariable was called: the copy must not undo it.</summary>
    public void Changed(string name, JsValue value)
    {
        _before[name] = value;
        Object.Set(name, value);
    }

    public void WriteBack(ActivityContext context)
    {
        foreach (var name in Object.Keys)
        {
            var value = Object.Get(name);
            if (value.IsNullish)
                continue;
            if (IsUntouched(name, value))
                Settle(name, context);
            else
                context.SetVariableValue(name, ScriptValues.FromScript(value));
        }
    }

    /// <summary>A value of the wrong type, left there by an output, becomes one of the variable's type when a script touches it.</summary>
    private static void Settle(string name, ActivityContext context)
    {
        if (context.FindVariable(name) is { } slot)
            slot.Value = context.Burst.Conversion.Stored(slot);
    }

    /// <summary>Scalars that are the same; an object may have been changed inside and is always written.</summary>
    private bool IsUntouched(string name, JsValue value) =>
        _before.TryGetValue(name, out var before)
        && before.Kind == value.Kind
        && (value.IsString ? before.AsString == value.AsString
            : value.IsNumber ? before.AsNumber.Equals(value.AsNumber)
            : value.IsBoolean ? before.AsBoolean == value.AsBoolean
            : value.ObjectOrNull is JsDate or ScriptBytes && ReferenceEquals(before.ObjectOrNull, value.ObjectOrNull));
}
