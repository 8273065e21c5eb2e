using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>The prototypes of iterators, and <c>Symbol.iterator</c> where the language has it.</summary>
internal static class IteratorBuiltIns
{
    public static void Install()
    {
        Intrinsics.IteratorPrototype.Function(JsSymbol.Iterator, 0, (_, self, _) => self);
        Intrinsics.BuiltInIteratorPrototype.Function("next", 0, (run, self, _) =>
        {
            if (self.ObjectOrNull is not JsIterator iterator) throw JsErrors.Type(run, "next called on an object that is not an iterator");
            var more = iterator.Source.TryNext(run, out var value);
            return Result(run, value, done: !more);
        });
        Alias(Intrinsics.ArrayPrototype, "values");
        Alias(Intrinsics.MapPrototype, "entries");
        Alias(Intrinsics.SetPrototype, "values");
        Intrinsics.StringPrototype.Function(JsSymbol.Iterator, 0, (run, self, _) =>
            new JsIterator(new Evaluation.TextIteration(StringBuiltIns.This(run, self, "[Symbol.iterator]")), "String Iterator").FromThis());
    }

    /// <summary>The object <c>next</c> returns.</summary>
    public static JsValue Result(JsRun run, JsValue value, bool done)
    {
        run.Budget.Object();
        var result = new JsObject();
        result.Set("value", value);
        result.Set("done", done);
        return result;
    }

    private static void Alias(JsObject prototype, string method) =>
        prototype.DefineOwn(JsSymbol.Iterator.Key, prototype.Get(method), Attributes.Hidden);
}
