using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Function.prototype, which is itself a function that does nothing.</summary>
internal sealed class FunctionPrototypeObject(JsObject prototype) : JsFunction(prototype)
{
    internal override JsValue Call(JsRun run, JsValue thisValue, ReadOnlySpan<JsValue> args) => JsValue.Undefined;
}
