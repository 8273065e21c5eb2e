using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Object.keys and its kin.</summary>
internal static class ObjectReading
{
    public static void Install(JsObject constructor) => constructor
        .Function("keys", 1, (run, _, args) => Collect(run, args.At(0), (key, _) => key, reads: false))
        .Function("values", 1, (run, _, args) => Collect(run, args.At(0), (_, value) => value))
        .Function("entries", 1, (run, _, args) => Collect(run, args.At(0), (key, value) => new JsArray([key, value]).FromThis()))
        .Function("assign", 2, Assign)
        .Function("fromEntries", 1, FromEntries)
        .Function("is", 2, (_, _, args) => Coercion.SameValue(args.At(0), args.At(1)))
        .Function("hasOwn", 2, (run, _, args) => Coercion.ToObject(run, args.At(0)).HasOwn(Coercion.ToKey(run, args.At(1))))
        .Function("groupBy", 2, GroupBy)
        .Function("getOwnPropertyNames", 1, (run, _, args) =>
        {
            var keys = Coercion.ToObject(run, args.At(0)).OwnKeys().ToList();
            run.Budget.Array(keys.Count);
            return new JsArray(keys.Select(key => (JsValue)key)).FromThis();
        })
        .Function("getOwnPropertySymbols", 1, (run, _, args) =>
            new JsArray(Coercion.ToObject(run, args.At(0)).OwnSymbolKeys().Select(Coercion.FromKey)).FromThis())
        .Function("getPrototypeOf", 1, (run, _, args) => JsValue.FromObject(Coercion.ToObject(run, args.At(0)).Prototype));

    private static JsValue Collect(JsRun run, JsValue source, Func<string, JsValue, JsValue> select, bool reads = true)
    {
        var from = Coercion.ToObject(run, source);
        var result = new JsArray();
        foreach (var key in from.OwnKeys().ToArray())
        {
            run.Budget.Step();
            if (!from.TryGetOwn(key, out var property) || !property.Enumerable) continue;
            run.Budget.Elements(2);
            result.Push(run, select(key, property.Accessor is null || !reads ? property.Value : from.Get(run, key)));
        }
        return result;
    }

    private static JsValue Assign(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var target = Coercion.ToObject(run, args.At(0));
        for (var i = 1; i < args.Length; i++)
        {
            if (args[i].IsNullish) continue;
            var from = Coercion.ToObject(run, args[i]);
            foreach (var key in from.OwnKeys().Concat(from.OwnSymbolKeys()).ToArray())
            {
                run.Budget.Step();
                if (!from.TryGetOwn(key, out var property) || !property.Enumerable) continue;
                var value = property.Accessor is null ? property.Value : from.Get(run, key);
                if (!target.Put(run, key, value)) throw JsErrors.Type(run, $"Cannot assign to read only property '{key}' of object");
            }
        }
        return target;
    }

    private static JsValue FromEntries(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var iteration = Iteration.Open(run, args.At(0));
        var result = new JsObject();
        while (iteration.TryNext(run, out var entry))
        {
            run.Budget.Step();
            run.Budget.Elements(2);
            if (entry.ObjectOrNull is not { } pair) throw JsErrors.Type(run, $"Iterator value {Coercion.ToText(run, entry)} is not an entry object");
            var key = Coercion.ToKey(run, pair.Get(run, "0"));
            result.DefineOwn(key, pair.Get(run, "1"), Attributes.Plain);
        }
        return result;
    }

    private static JsValue GroupBy(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var iteration = Iteration.Open(run, args.At(0));
        var select = Callback.Of(run, args.At(1));
        var result = new JsObject(null);
        var index = 0;
        while (iteration.TryNext(run, out var item))
        {
            var key = Coercion.ToKey(run, select.Call(run, JsValue.Undefined, [item, index++]));
            if (result.Get(key).ObjectOrNull is not JsArray group)
            {
                group = new JsArray();
                run.Budget.Object();
                result.Set(key, group);
            }
            group.Push(run, item);
        }
        return result;
    }
}
