using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Functions on arrays, objects and texts alike.</summary>
internal static class LodashCollections
{
    public static void Install(JsObject target)
    {
        target
            .Function("forEach", 2, (run, _, args) => ForEach(run, args, right: false))
            .Function("forEachRight", 2, (run, _, args) => ForEach(run, args, right: true))
            .Function("map", 2, (run, _, args) => Collection.Make(run, Mapped(run, args)))
            .Function("flatMap", 2, (run, _, args) => LodashArrays.Flatten(run, Collection.Make(run, Mapped(run, args)), 1))
            .Function("flatMapDeep", 2, (run, _, args) => LodashArrays.Flatten(run, Collection.Make(run, Mapped(run, args)), int.MaxValue))
            .Function("flatMapDepth", 3, (run, _, args) => LodashArrays.Flatten(run, Collection.Make(run, Mapped(run, args)), LodashArrays.Count(run, args, 2)))
            .Function("filter", 2, (run, _, args) => Collection.Make(run, Tested(run, args).Where(item => item.Passed).Select(item => item.Value)))
            .Function("reject", 2, (run, _, args) => Collection.Make(run, Tested(run, args).Where(item => !item.Passed).Select(item => item.Value)))
            .Function("partition", 2, (run, _, args) =>
            {
                var items = Tested(run, args).ToList();
                return new JsArray([
                    Collection.Make(run, items.Where(item => item.Passed).Select(item => item.Value)),
                    Collection.Make(run, items.Where(item => !item.Passed).Select(item => item.Value))]);
            })
            .Function("some", 2, (run, _, args) => Tested(run, args).Any(item => item.Passed))
            .Function("every", 2, (run, _, args) => Tested(run, args).All(item => item.Passed))
            .Function("find", 3, (run, _, args) => Tested(run, args).Skip(LodashArrays.Count(run, args, 2, 0)).FirstOrDefault(item => item.Passed).Value)
            .Function("findLast", 2, (run, _, args) => Tested(run, args, right: true).FirstOrDefault(item => item.Passed).Value)
            .Function("includes", 3, Includes)
            .Function("size", 1, (run, _, args) => Size(run, args.At(0)))
            .Function("reduce", 3, (run, _, args) => Reduce(run, args, right: false))
            .Function("reduceRight", 3, (run, _, args) => Reduce(run, args, right: true))
            .Function("countBy", 2, (run, _, args) => Group(run, args, (old, _) => (old.IsNumber ? old.Num : 0) + 1))
            .Function("keyBy", 2, (run, _, args) => Group(run, args, (_, item) => item))
            .Function("groupBy", 2, (run, _, args) => Group(run, args, (old, item) =>
            {
                var group = old.Ref as JsArray ?? new JsArray();
                group.Push(run, item);
                return group;
            }))
            .Function("invokeMap", 2, InvokeMap)
            .Function("sample", 1, (run, _, args) => Collection.Values(run, args.At(0)) is { Count: > 0 } items ? items[run.Random.Next(items.Count)] : JsValue.Undefined)
            .Function("sampleSize", 2, (run, _, args) => LodashArrays.Slice(run, Shuffle(run, args.At(0)), 0, LodashArrays.Count(run, args, 1)))
            .Function("shuffle", 1, (run, _, args) => Shuffle(run, args.At(0)));
        target.Alias("each", "forEach");
        target.Alias("eachRight", "forEachRight");
    }

    public static double Size(JsRun run, JsValue value) => value.Ref switch
    {
        JsArray array => array.Count,
        JsMap map => map.Count,
        JsSet set => set.Count,
        _ when value.IsString => value.AsString.Length,
        Evaluation.JsArguments arguments => Coercion.ToLength(run, arguments.Get("length")),
        JsObject source => source.Keys.Count,
        _ => 0,
    };

    private static JsValue ForEach(JsRun run, ReadOnlySpan<JsValue> args, bool right)
    {
        var action = Iteratee.Of(run, args.At(1));
        var collection = args.At(0);
        var entries = Collection.Entries(run, collection);
        foreach (var (key, value) in right ? entries.Reverse() : entries)
            if (action.Call(run, value, key, collection) is { IsBoolean: true, AsBoolean: false }) break;
        return collection;
    }

    private static IEnumerable<JsValue> Mapped(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var (collection, select) = (args.At(0), Iteratee.Of(run, args.At(1)));
        return Collection.Entries(run, collection).Select(entry => select.Call(run, entry.Value, entry.Key, collection));
    }

    private static IEnumerable<(JsValue Value, bool Passed)> Tested(JsRun run, ReadOnlySpan<JsValue> args, bool right = false)
    {
        var (collection, test) = (args.At(0), Iteratee.Of(run, args.At(1)));
        var entries = Collection.Entries(run, collection);
        return (right ? entries.Reverse() : entries).Select(entry => (entry.Value, test.Call(run, entry.Value, entry.Key, collection).IsTruthy));
    }

    private static JsValue Includes(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var from = args.At(2).IsUndefined ? 0 : Coercion.ToInteger(run, args.At(2));
        if (args.At(0).IsString)
        {
            var text = args.At(0).AsString;
            var start = (int)Math.Clamp(from < 0 ? from + text.Length : from, 0, text.Length);
            return text.IndexOf(Coercion.ToText(run, args.At(1)), start, StringComparison.Ordinal) >= 0;
        }
        var items = Collection.Values(run, args.At(0));
        for (var i = (int)Math.Clamp(from < 0 ? from + items.Count : from, 0, items.Count); i < items.Count; i++)
            if (Coercion.SameValueZero(items[i], args.At(1))) return true;
        return false;
    }

    private static JsValue Reduce(JsRun run, ReadOnlySpan<JsValue> args, bool right)
    {
        var collection = args.At(0);
        var combine = Callback.Of(run, args.At(1));
        var result = args.Length > 2 ? args[2] : JsValue.Empty;
        var entries = Collection.Entries(run, collection);
        foreach (var (key, value) in right ? entries.Reverse() : entries)
        {
            run.Budget.Step();
            result = result.IsEmpty ? value : combine.Call(run, JsValue.Undefined, [result, value, key, collection]);
        }
        return result.IsEmpty ? JsValue.Undefined : result;
    }

    private static JsValue Group(JsRun run, ReadOnlySpan<JsValue> args, Func<JsValue, JsValue, JsValue> combine)
    {
        var select = Iteratee.Of(run, args.At(1));
        var result = Collection.NewObject(run);
        foreach (var (_, value) in Collection.Entries(run, args.At(0)))
        {
            var key = Coercion.ToKey(run, select.Call(run, value));
            run.Budget.Elements(2);
            result.Set(key, combine(result.TryGetOwn(key, out var old) ? old.Value : default, value));
        }
        return result;
    }

    private static JsValue InvokeMap(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var result = new JsArray();
        foreach (var (_, value) in Collection.Entries(run, args.At(0)))
        {
            var method = args.At(1).Ref as JsFunction ?? PropertyPath.Of(run, args.At(1)).Get(run, value).Ref as JsFunction;
            result.Push(run, method?.Call(run, value, args.Length > 2 ? args[2..] : []) ?? JsValue.Undefined);
        }
        return result;
    }

    private static JsArray Shuffle(JsRun run, JsValue value)
    {
        var items = Collection.Values(run, value).Items.ToArray();
        run.Budget.Array(items.Length);
        run.Random.Shuffle(items);
        return new JsArray(items);
    }
}
