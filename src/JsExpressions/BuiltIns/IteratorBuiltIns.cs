using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class IteratorBuiltIns
{
    public static void Install() => Intrinsics.IteratorPrototype.Function("next", 0, (run, self, _) =>
    {
        if (self.ObjectOrNull is not JsIterator iterator) throw JsErrors.Type(run, "next called on an object that is not an iterator");
        var more = iterator.Source.TryNext(run, out var value);
        run.Budget.Object();
        var result = new JsObject();
        result.Set("value", value);
        result.Set("done", !more);
        return result;
    });
}
