using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>The <c>arguments</c> of a call; not linked to the parameters.</summary>
internal sealed class JsArguments : JsObject
{
    // Throws, as ECMAScript wants of strict code.
    private static readonly NativeFunction Restricted = new("", 0, (run, _, _) =>
        throw JsErrors.Type(run, "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them"));

    public JsArguments(JsRun run, ScriptFunction function, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Array(args.Length);
        DefineOwn("length", args.Length, Attributes.Hidden);
        for (var i = 0; i < args.Length; i++) DefineOwn(ArrayIndex.ToKey(i), args[i], Attributes.Plain);
        if (function.Code.Info.IsStrict) DefineOwn("callee", new JsValue(new Accessor(Restricted, Restricted), 0), Attributes.Accessor);
        else DefineOwn("callee", function, Attributes.Hidden);
    }

    public override string ClassName => "Arguments";

    internal override bool IsExotic => true;

    internal override bool TryGetOwn(string key, out Property property)
    {
        if (base.TryGetOwn(key, out property)) return true;
        if (key != JsSymbol.Iterator.Key || !BuiltIns.Intrinsics.ArrayPrototype.TryGetOwn(key, out property)) return false;
        property.Attributes = Attributes.Hidden;
        return true;
    }
}
