using JsExpressions.Evaluation;

namespace JsExpressions.Values;

/// <summary>What <c>entries()</c>, <c>keys()</c>, <c>values()</c> and <c>matchAll()</c> return.</summary>
internal sealed class JsIterator(Iteration source, string className) : JsObject(BuiltIns.Intrinsics.BuiltInIteratorPrototype)
{
    public Iteration Source { get; } = source;

    public override string ClassName => className;
}
