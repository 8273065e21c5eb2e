using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class SetBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.SetPrototype
            .Function("add", 1, (run, self, args) =>
            {
                This(run, self).Table.Set(run, args.At(0), args.At(0));
                return self;
            })
            .Function("has", 1, (run, self, args) => This(run, self).Table.TryGet(args.At(0), out _))
            .Function("delete", 1, (run, self, args) => This(run, self).Table.Remove(args.At(0)))
            .Function("clear", 0, (run, self, _) =>
            {
                This(run, self).Table.Clear();
                return JsValue.Undefined;
            })
            .Function("forEach", 1, (run, self, args) => MapBuiltIns.ForEach(run, self, This(run, self).Table, args))
            .Function("values", 0, Values)
            .Function("keys", 0, Values)
            .Function("entries", 0, (run, self, _) => new JsIterator(new TableIteration(This(run, self).Table, (key, _) =>
            {
                run.Budget.Array(2);
                return new JsArray([key, key]).FromThis();
            }), "Set Iterator").FromThis())
            .Getter("size", (run, self, _) => This(run, self).Count);
        return Builder.Constructor("Set", 0, Intrinsics.SetPrototype,
            (run, _, _) => throw JsErrors.Type(run, "Constructor Set requires 'new'"), Construct);
    }

    private static JsValue Values(JsRun run, JsValue self, ReadOnlySpan<JsValue> args) =>
        new JsIterator(This(run, self).Values(run), "Set Iterator").FromThis();

    private static JsValue Construct(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Elements(16);
        var set = new JsSet();
        if (args.At(0).IsNullish) return set;
        var iteration = Iteration.Open(run, args.At(0));
        while (iteration.TryNext(run, out var item))
        {
            run.Budget.Step();
            set.Table.Set(run, item, item);
        }
        return set;
    }

    private static JsSet This(JsRun run, JsValue self) =>
        self.ObjectOrNull as JsSet ?? throw JsErrors.Type(run, "Set method called on an incompatible receiver");
}
