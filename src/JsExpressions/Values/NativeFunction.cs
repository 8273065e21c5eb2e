namespace JsExpressions.Values;

internal delegate JsValue NativeCode(JsRun run, JsValue self, ReadOnlySpan<JsValue> args);

/// <summary>A built-in function.</summary>
internal sealed class NativeFunction : JsFunction
{
    private readonly NativeCode _call;
    private readonly NativeCode? _construct;

    public NativeFunction(string name, int length, NativeCode call, NativeCode? construct = null)
        : base(BuiltIns.Intrinsics.FunctionPrototype)
    {
        _call = call;
        _construct = construct;
        DefineOwn("length", length, Attributes.Configurable);
        DefineOwn("name", name, Attributes.Configurable);
    }

    internal override bool IsConstructor => _construct is not null;

    internal override JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Step();
        // Built-ins that call built-ins (call.call.call…) enter no script function that would notice.
        ExpressionBudget.EnsureStack();
        return _call(run, thisValue, args);
    }

    internal override JsValue Construct(JsRun run, ReadOnlySpan<JsValue> args, JsObject newTarget)
    {
        if (_construct is null) return base.Construct(run, args, newTarget);
        run.Budget.Step();
        if (ReferenceEquals(newTarget, this)) return _construct(run, JsValue.Undefined, args);
        var isObject = ReferenceEquals(Get("prototype").ObjectOrNull, BuiltIns.Intrinsics.ObjectPrototype);
        var result = isObject ? new JsObject() : _construct(run, JsValue.Undefined, args);
        if (newTarget.Get(run, "prototype").ObjectOrNull is { } prototype && result.ObjectOrNull is { IsShared: false } created)
            created.Prototype = prototype;
        return result;
    }
}

internal static class Arguments
{
    /// <summary>The argument, or <c>undefined</c> when the caller gave fewer.</summary>
    public static JsValue At(this ReadOnlySpan<JsValue> args, int index) => index < args.Length ? args[index] : JsValue.Undefined;
}
