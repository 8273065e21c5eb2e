using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class MapBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.MapPrototype
            .Function("get", 1, (run, self, args) => This(run, self).Table.TryGet(args.At(0), out var value) ? value : JsValue.Undefined)
            .Function("set", 2, (run, self, args) =>
            {
                This(run, self).Table.Set(run, args.At(0), args.At(1));
                return self;
            })
            .Function("has", 1, (run, self, args) => This(run, self).Table.TryGet(args.At(0), out _))
            .Function("delete", 1, (run, self, args) => This(run, self).Table.Remove(args.At(0)))
            .Function("clear", 0, (run, self, _) =>
            {
                This(run, self).Table.Clear();
                return JsValue.Undefined;
            })
            .Function("forEach", 1, (run, self, args) => ForEach(run, self, This(run, self).Table, args))
            .Function("entries", 0, (run, self, _) => new JsIterator(This(run, self).Entries(run), "Map Iterator").FromThis())
            .Function("keys", 0, (run, self, _) => new JsIterator(new TableIteration(This(run, self).Table, (key, _) => key), "Map Iterator").FromThis())
            .Function("values", 0, (run, self, _) => new JsIterator(new TableIteration(This(run, self).Table, (_, value) => value), "Map Iterator").FromThis())
            .Getter("size", (run, self, _) => This(run, self).Count);
        return Builder.Constructor("Map", 0, Intrinsics.MapPrototype,
            (run, _, _) => throw JsErrors.Type(run, "Constructor Map requires 'new'"), Construct)
            .Function("groupBy", 2, GroupBy);
    }

    public static JsValue ForEach(JsRun run, JsValue self, OrderedTable table, ReadOnlySpan<JsValue> args)
    {
        var callback = Callback.Of(run, args.At(0));
        for (var place = 0; place < table.Places; place++)
        {
            var (key, value) = table.At(place);
            run.Budget.Step();
            if (!key.IsEmpty) callback.Call(run, args.At(1), [self.Ref is JsSet ? key : value, key, self]);
        }
        return JsValue.Undefined;
    }

    private static JsValue Construct(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Elements(16);
        var map = new JsMap();
        if (args.At(0).IsNullish) return map;
        var iteration = Iteration.Open(run, args.At(0));
        while (iteration.TryNext(run, out var entry))
        {
            run.Budget.Step();
            if (entry.ObjectOrNull is not { } pair) throw JsErrors.Type(run, $"Iterator value {Coercion.ToText(run, entry)} is not an entry object");
            map.Table.Set(run, pair.Get(run, "0"), pair.Get(run, "1"));
        }
        return map;
    }

    private static JsValue GroupBy(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var iteration = Iteration.Open(run, args.At(0));
        var select = Callback.Of(run, args.At(1));
        var map = new JsMap();
        var index = 0;
        while (iteration.TryNext(run, out var item))
        {
            var key = select.Call(run, JsValue.Undefined, [item, index++]);
            if (!map.Table.TryGet(key, out var group))
            {
                group = new JsArray();
                map.Table.Set(run, key, group);
            }
            ((JsArray)group.AsObject).Push(run, item); // only arrays are put in
        }
        return map;
    }

    private static JsMap This(JsRun run, JsValue self) =>
        self.ObjectOrNull as JsMap ?? throw JsErrors.Type(run, "Map method called on an incompatible receiver");
}
