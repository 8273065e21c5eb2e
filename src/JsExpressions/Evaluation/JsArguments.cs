using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>The <c>arguments</c> of a call; not linked to the parameters.</summary>
internal sealed class JsArguments : JsObject
{
    public JsArguments(JsRun run, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Array(args.Length);
        DefineOwn("length", args.Length, Attributes.Hidden);
        for (var i = 0; i < args.Length; i++) DefineOwn(ArrayIndex.ToKey(i), args[i], Attributes.Plain);
    }

    public override string ClassName => "Arguments";

    internal override bool IsExotic => true;

    internal override bool TryGetOwn(string key, out Property property)
    {
        if (base.TryGetOwn(key, out property)) return true;
        return key == JsSymbol.Iterator.Key && BuiltIns.Intrinsics.ArrayPrototype.TryGetOwn(key, out property);
    }
}
