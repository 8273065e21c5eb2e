using JsExpressions.Values;

namespace JsExpressions;

/// <summary>Something a script can call.</summary>
public abstract class JsFunction : JsObject
{
    internal JsFunction(JsObject? prototype) : base(prototype) { }

    /// <inheritdoc/>
    public override string ClassName => "Function";

    /// <summary>Whether <c>new</c> may be applied.</summary>
    internal virtual bool IsConstructor => false;

    /// <summary>A function of the host. What it throws passes through the script uncaught, except <see cref="JsException"/>.</summary>
    public static JsFunction FromHost(string name, Func<JsValue[], JsValue> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new Values.NativeFunction(name, 0, (_, _, args) => function(args.ToArray()));
    }

    /// <summary>Calls the function within <paramref name="run"/>. Throws what an evaluation throws.</summary>
    public JsValue Invoke(JsRun run, JsValue thisValue, params JsValue[] args) => Call(run, thisValue, args);

    internal abstract JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args);

    /// <summary><c>new</c>: <paramref name="newTarget"/> is the constructor named there, whose <c>prototype</c> the object gets.</summary>
    internal virtual JsValue Construct(JsRun run, ReadOnlySpan<JsValue> args, JsObject newTarget) =>
        throw JsErrors.Type(run, $"{Get("name").ToString()} is not a constructor");
}
