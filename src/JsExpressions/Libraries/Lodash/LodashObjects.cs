using JsExpressions.BuiltIns;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Functions on objects.</summary>
internal static class LodashObjects
{
    public static void Install(JsObject target)
    {
        target
            .Function("get", 3, (run, _, args) => PropertyPath.Of(run, args.At(1)).Get(run, args.At(0)) is { IsUndefined: false } value ? value : args.At(2))
            .Function("has", 2, (run, _, args) => PropertyPath.Of(run, args.At(1)).Has(run, args.At(0), inherited: false))
            .Function("hasIn", 2, (run, _, args) => PropertyPath.Of(run, args.At(1)).Has(run, args.At(0), inherited: true))
            .Function("set", 3, (run, _, args) =>
            {
                if (args.At(0).ObjectOrNull is { } holder) PropertyPath.Of(run, args.At(1)).Set(run, holder, args.At(2));
                return args.At(0);
            })
            .Function("unset", 2, (run, _, args) => PropertyPath.Of(run, args.At(1)).Unset(run, args.At(0)))
            .Function("update", 3, (run, _, args) =>
            {
                var path = PropertyPath.Of(run, args.At(1));
                if (args.At(0).ObjectOrNull is { } holder) path.Set(run, holder, Callback.Of(run, args.At(2)).Call(run, JsValue.Undefined, [path.Get(run, args.At(0))]));
                return args.At(0);
            })
            .Function("result", 3, (run, _, args) =>
            {
                var value = PropertyPath.Of(run, args.At(1)).Get(run, args.At(0));
                if (value.IsUndefined) value = args.At(2);
                return value.Ref is JsFunction function ? function.Call(run, args.At(0), []) : value;
            })
            .Function("at", 2, (run, _, args) =>
            {
                var source = args.At(0);
                var paths = LodashArrays.Flatten(run, new JsArray(args.Length > 1 ? args[1..].ToArray() : []), 1);
                return Collection.Make(run, paths.Items.ToArray().Select(path => PropertyPath.Of(run, path).Get(run, source)));
            })
            .Function("keys", 1, (run, _, args) => Collection.Make(run, Entries(run, args.At(0)).Select(entry => (JsValue)entry.Key)))
            .Function("values", 1, (run, _, args) => Collection.Make(run, Entries(run, args.At(0)).Select(entry => entry.Value)))
            .Function("toPairs", 1, (run, _, args) => args.At(0).Ref is JsMap map
                ? Collection.Make(run, Drain(run, map))
                : Collection.Make(run, Entries(run, args.At(0)).Select(entry => new JsArray([entry.Key, entry.Value]).FromThis())))
            .Function("assign", 1, (run, _, args) => Assign(run, args, overwrite: true))
            .Function("defaults", 1, (run, _, args) => Assign(run, args, overwrite: false))
            .Function("defaultsDeep", 1, (run, _, args) => DefaultsDeep(run, args))
            .Function("merge", 1, (run, _, args) => Merge(run, args, null))
            .Function("mergeWith", 2, (run, _, args) => Merge(run, args.Length > 1 && args[^1].Ref is JsFunction ? args[..^1] : args, args.Length > 1 ? args[^1].Ref as JsFunction : null))
            .Function("pick", 1, (run, _, args) => Pick(run, args))
            .Function("omit", 1, (run, _, args) => Omit(run, args))
            .Function("pickBy", 2, (run, _, args) => Filter(run, args, keep: true))
            .Function("omitBy", 2, (run, _, args) => Filter(run, args, keep: false))
            .Function("invert", 1, (run, _, args) => Build(run, args.At(0), (key, value) => (Coercion.ToText(run, value), key)))
            .Function("invertBy", 2, (run, _, args) =>
            {
                var by = Iteratee.Of(run, args.At(1));
                var result = Collection.NewObject(run);
                foreach (var (key, value) in Entries(run, args.At(0)))
                {
                    var name = Coercion.ToText(run, by.Call(run, value));
                    var group = result.Get(name).Ref as JsArray ?? new JsArray();
                    group.Push(run, key);
                    result.Set(name, group);
                }
                return result;
            })
            .Function("mapKeys", 2, (run, _, args) =>
            {
                var (source, select) = (args.At(0), Iteratee.Of(run, args.At(1)));
                return Build(run, source, (key, value) => (Coercion.ToKey(run, select.Call(run, value, key, source)), value));
            })
            .Function("mapValues", 2, (run, _, args) =>
            {
                var (source, select) = (args.At(0), Iteratee.Of(run, args.At(1)));
                return Build(run, source, (key, value) => (key, select.Call(run, value, key, source)));
            })
            .Function("findKey", 2, (run, _, args) => FindKey(run, args, last: false))
            .Function("findLastKey", 2, (run, _, args) => FindKey(run, args, last: true))
            .Function("forOwn", 2, (run, _, args) => ForOwn(run, args))
            .Function("forIn", 2, (run, _, args) => ForOwn(run, args))
            .Function("transform", 3, Transform)
            .Function("invoke", 2, (run, _, args) =>
            {
                var path = PropertyPath.Of(run, args.At(1));
                var holder = args.At(0);
                foreach (var key in path.Keys[..^1]) holder = holder.IsNullish ? default : Properties.Get(run, holder, key);
                return !holder.IsNullish && Properties.Get(run, holder, path.Keys[^1]).Ref is JsFunction method
                    ? method.Call(run, holder, args.Length > 2 ? args[2..] : []) : JsValue.Undefined;
            })
            .Function("create", 2, (run, _, args) =>
            {
                run.Budget.Object();
                var created = new JsObject(args.At(0).ObjectOrNull ?? Intrinsics.ObjectPrototype);
                ObjectBuiltIns.CopyOwn(run, args.At(1), created, null);
                return created;
            })
            .Function("functions", 1, (run, _, args) => Collection.Make(run, Entries(run, args.At(0)).Where(entry => entry.Value.Ref is JsFunction).Select(entry => (JsValue)entry.Key)));
        foreach (var (alias, name) in (IEnumerable<(string, string)>)[
            ("keysIn", "keys"), ("valuesIn", "values"), ("entries", "toPairs"), ("toPairsIn", "toPairs"), ("entriesIn", "toPairs"),
            ("assignIn", "assign"), ("extend", "assign"), ("functionsIn", "functions")])
        {
            target.Alias(alias, name);
        }
    }

    private static IEnumerable<(string Key, JsValue Value)> Entries(JsRun run, JsValue value)
    {
        if (value.IsNullish) yield break;
        var source = Coercion.ToObject(run, value);
        foreach (var key in source.Keys)
        {
            run.Budget.Step();
            run.Budget.Elements(2);
            yield return (key, source.Get(run, key));
        }
    }

    private static IEnumerable<JsValue> Drain(JsRun run, JsMap map)
    {
        var entries = map.Entries(run);
        while (entries.TryNext(run, out var entry)) yield return entry;
    }

    private static JsObject Build(JsRun run, JsValue source, Func<string, JsValue, (string, JsValue)> select)
    {
        var result = Collection.NewObject(run);
        foreach (var (key, value) in Entries(run, source))
        {
            var (name, chosen) = select(key, value);
            result.Set(name, chosen);
        }
        return result;
    }

    private static JsValue Assign(JsRun run, ReadOnlySpan<JsValue> args, bool overwrite)
    {
        var target = Coercion.ToObject(run, args.At(0));
        for (var i = 1; i < args.Length; i++)
        {
            foreach (var (key, value) in Entries(run, args[i]))
                if (overwrite || target.Get(run, key).IsUndefined) target.Put(run, key, value);
        }
        return target;
    }

    private static JsValue DefaultsDeep(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var target = Coercion.ToObject(run, args.At(0));
        for (var i = 1; i < args.Length; i++)
            if (args[i].ObjectOrNull is { } source) Defaults(run, target, source);
        return target;
    }

    private static void Defaults(JsRun run, JsObject target, JsObject source)
    {
        run.Budget.Enter();
        foreach (var key in source.Keys)
        {
            if (key is "__proto__" or "constructor") continue;
            var (old, value) = (target.Get(run, key), source.Get(run, key));
            if (old.IsUndefined) target.Put(run, key, DeepCopy.Clone(run, value, deep: true));
            else if (old.ObjectOrNull is { } into and not JsFunction && value.ObjectOrNull is { } from) Defaults(run, into, from);
        }
        run.Budget.Leave();
    }

    private static JsValue Merge(JsRun run, ReadOnlySpan<JsValue> args, JsFunction? customizer)
    {
        var target = Coercion.ToObject(run, args.At(0));
        for (var i = 1; i < args.Length; i++)
            if (args[i].ObjectOrNull is { } source) DeepCopy.Merge(run, target, source, customizer);
        return target;
    }

    private static IEnumerable<PropertyPath> Paths(JsRun run, ReadOnlySpan<JsValue> args) =>
        LodashArrays.Flatten(run, new JsArray(args.Length > 1 ? args[1..].ToArray() : []), 1).Items.ToArray().Select(path => PropertyPath.Of(run, path)).ToList();

    private static JsValue Pick(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var result = Collection.NewObject(run);
        var source = args.At(0);
        foreach (var path in Paths(run, args))
            if (path.Has(run, source, inherited: true)) path.Set(run, result, path.Get(run, source));
        return result;
    }

    private static JsValue Omit(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var result = Collection.NewObject(run);
        ObjectBuiltIns.CopyOwn(run, args.At(0), result, null);
        var paths = Paths(run, args).ToList();
        if (paths.Exists(path => path.Keys.Length > 1)) result = DeepCopy.Clone(run, result, deep: true).AsObject;
        foreach (var path in paths) path.Unset(run, result);
        return result;
    }

    private static JsValue Filter(JsRun run, ReadOnlySpan<JsValue> args, bool keep)
    {
        var test = Iteratee.Of(run, args.At(1));
        var result = Collection.NewObject(run);
        foreach (var (key, value) in Entries(run, args.At(0)))
            if (test.Call(run, value, key, args.At(0)).IsTruthy == keep) result.Set(key, value);
        return result;
    }

    private static JsValue FindKey(JsRun run, ReadOnlySpan<JsValue> args, bool last)
    {
        var test = Iteratee.Of(run, args.At(1));
        var entries = Entries(run, args.At(0));
        foreach (var (key, value) in last ? entries.Reverse() : entries)
            if (test.Call(run, value, key, args.At(0)).IsTruthy) return key;
        return JsValue.Undefined;
    }

    private static JsValue ForOwn(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var action = Iteratee.Of(run, args.At(1));
        foreach (var (key, value) in Entries(run, args.At(0)))
            if (action.Call(run, value, key, args.At(0)) is { IsBoolean: true, AsBoolean: false }) break;
        return args.At(0);
    }

    private static JsValue Transform(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        run.Budget.Object();
        var result = !args.At(2).IsUndefined ? args.At(2) : args.At(0).Ref is JsArray ? new JsArray() : new JsObject().FromThis();
        var action = args.At(1).IsUndefined ? null : Callback.Of(run, args.At(1));
        foreach (var (key, value) in Collection.Entries(run, args.At(0)))
            if (action?.Call(run, JsValue.Undefined, [result, value, key, args.At(0)]) is { IsBoolean: true, AsBoolean: false }) break;
        return result;
    }
}
