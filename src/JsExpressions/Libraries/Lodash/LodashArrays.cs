using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Functions on one array.</summary>
internal static class LodashArrays
{
    public static void Install(JsObject target)
    {
        target
            .Function("chunk", 2, Chunk)
            .Function("compact", 1, (run, _, args) => Collection.Make(run, Collection.Array(run, args.At(0)).Items.ToArray().Where(item => item.IsTruthy)))
            .Function("concat", 1, Concat)
            .Function("drop", 2, (run, _, args) => Slice(run, args.At(0), Count(run, args, 1), int.MaxValue))
            .Function("dropRight", 2, (run, _, args) => Slice(run, args.At(0), 0, Collection.Array(run, args.At(0)).Count - Count(run, args, 1)))
            .Function("take", 2, (run, _, args) => Slice(run, args.At(0), 0, Count(run, args, 1)))
            .Function("takeRight", 2, (run, _, args) => Slice(run, args.At(0), Collection.Array(run, args.At(0)).Count - Count(run, args, 1), int.MaxValue))
            .Function("dropWhile", 2, (run, _, args) => While(run, args, drop: true, right: false))
            .Function("dropRightWhile", 2, (run, _, args) => While(run, args, drop: true, right: true))
            .Function("takeWhile", 2, (run, _, args) => While(run, args, drop: false, right: false))
            .Function("takeRightWhile", 2, (run, _, args) => While(run, args, drop: false, right: true))
            .Function("fill", 4, (run, _, args) => Method(run, "fill", args))
            .Function("findIndex", 3, (run, _, args) => FindIndex(run, args, last: false))
            .Function("findLastIndex", 3, (run, _, args) => FindIndex(run, args, last: true))
            .Function("head", 1, (run, _, args) => Collection.Array(run, args.At(0)) is { Count: > 0 } array ? array[0] : JsValue.Undefined)
            .Function("last", 1, (run, _, args) => Collection.Array(run, args.At(0)) is { Count: > 0 } array ? array[array.Count - 1] : JsValue.Undefined)
            .Function("initial", 1, (run, _, args) => Slice(run, args.At(0), 0, Collection.Array(run, args.At(0)).Count - 1))
            .Function("tail", 1, (run, _, args) => Slice(run, args.At(0), 1, int.MaxValue))
            .Function("flatten", 1, (run, _, args) => Flatten(run, args.At(0), 1))
            .Function("flattenDeep", 1, (run, _, args) => Flatten(run, args.At(0), int.MaxValue))
            .Function("flattenDepth", 2, (run, _, args) => Flatten(run, args.At(0), Count(run, args, 1)))
            .Function("fromPairs", 1, FromPairs)
            .Function("indexOf", 3, (run, _, args) => IndexOf(run, args))
            .Function("lastIndexOf", 3, (run, _, args) => LastIndexOf(run, args))
            .Function("join", 2, (run, _, args) => args.At(0).IsNullish ? "" : Method(run, "join", args))
            .Function("nth", 2, (run, _, args) =>
            {
                var array = Collection.Array(run, args.At(0));
                var index = Coercion.ToInteger(run, args.At(1));
                if (index < 0) index += array.Count;
                return index >= 0 && index < array.Count ? array[(int)index] : JsValue.Undefined;
            })
            .Function("reverse", 1, (run, _, args) => args.At(0).IsNullish ? args.At(0) : Method(run, "reverse", args))
            .Function("slice", 3, (run, _, args) => Method(run, "slice", [Collection.Array(run, args.At(0)).FromThis(), args.At(1), args.At(2)]))
            .Function("zip", 0, (run, _, args) => Zip(run, args.ToArray()))
            .Function("unzip", 1, (run, _, args) => Zip(run, Collection.Array(run, args.At(0)).Items.ToArray()))
            .Function("zipObject", 2, (run, _, args) => ZipObject(run, args, deep: false))
            .Function("zipObjectDeep", 2, (run, _, args) => ZipObject(run, args, deep: true))
            .Function("zipWith", 0, (run, _, args) =>
            {
                var combine = Callback.Of(run, args.Length == 0 ? default : args[^1]);
                var rows = Zip(run, args[..^1].ToArray());
                return Collection.Make(run, rows.Items.ToArray().Select(row => combine.Call(run, JsValue.Undefined, ((JsArray)row.AsObject).Items))); // Zip makes arrays
            });
        target.Alias("first", "head");
    }

    public static int Count(JsRun run, ReadOnlySpan<JsValue> args, int index, int missing = 1) =>
        index >= args.Length || args[index].IsUndefined ? missing : (int)Math.Clamp(Coercion.ToInteger(run, args[index]), 0, int.MaxValue);

    public static JsValue Method(JsRun run, string name, ReadOnlySpan<JsValue> args) =>
        ((JsFunction)Intrinsics.ArrayPrototype.Get(name).AsObject).Call(run, args.At(0), args.Length > 1 ? args[1..] : []); // built-in methods

    public static JsArray Slice(JsRun run, JsValue value, int start, int end)
    {
        var array = Collection.Array(run, value);
        start = Math.Clamp(start, 0, array.Count);
        end = Math.Clamp(end, start, array.Count);
        run.Budget.Array(end - start);
        return new JsArray(array.Items[start..end].ToArray());
    }

    private static JsValue Chunk(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = Collection.Array(run, args.At(0));
        var size = Count(run, args, 1);
        var result = new JsArray();
        for (var i = 0; size > 0 && i < array.Count; i += size) result.Push(run, Slice(run, array, i, (int)Math.Min((long)i + size, array.Count)));
        return result;
    }

    private static JsValue Concat(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (args.Length == 0) return new JsArray();
        var first = args[0].Ref is JsArray ? args[0] : new JsArray([args[0]]).FromThis();
        return ((JsFunction)Intrinsics.ArrayPrototype.Get("concat").AsObject).Call(run, first, args[1..]); // a built-in method
    }

    private static JsArray While(JsRun run, ReadOnlySpan<JsValue> args, bool drop, bool right)
    {
        var array = Collection.Array(run, args.At(0));
        var test = Iteratee.Of(run, args.At(1));
        var i = right ? array.Count - 1 : 0;
        while (i >= 0 && i < array.Count && test.Call(run, array[i], i, array.FromThis()).IsTruthy) i += right ? -1 : 1;
        return right
            ? drop ? Slice(run, array, 0, i + 1) : Slice(run, array, i + 1, array.Count)
            : drop ? Slice(run, array, i, array.Count) : Slice(run, array, 0, i);
    }

    private static JsValue FindIndex(JsRun run, ReadOnlySpan<JsValue> args, bool last)
    {
        var array = Collection.Array(run, args.At(0));
        var test = Iteratee.Of(run, args.At(1));
        var from = args.At(2).IsUndefined ? (last ? array.Count - 1 : 0) : (int)Math.Clamp(Coercion.ToInteger(run, args.At(2)), -array.Count, array.Count);
        if (from < 0) from = Math.Max(0, from + array.Count);
        for (var i = Math.Min(from, last ? array.Count - 1 : from); i >= 0 && i < array.Count; i += last ? -1 : 1)
            if (test.Call(run, array[i], i, array.FromThis()).IsTruthy) return i;
        return -1;
    }

    public static JsArray Flatten(JsRun run, JsValue value, int depth)
    {
        var result = new JsArray();
        Flatten(run, Collection.Array(run, value), depth, result);
        return result;
    }

    private static void Flatten(JsRun run, JsArray source, int depth, JsArray result)
    {
        run.Budget.Enter();
        for (var i = 0; i < source.Count; i++)
        {
            run.Budget.Step();
            if (depth > 0 && source[i].Ref is JsArray inner) Flatten(run, inner, depth - 1, result);
            else result.Push(run, source[i]);
        }
        run.Budget.Leave();
    }

    private static JsValue FromPairs(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var result = Collection.NewObject(run);
        foreach (var item in Collection.Array(run, args.At(0)).Items.ToArray())
        {
            run.Budget.Elements(2);
            result.Set(Coercion.ToKey(run, Evaluation.Properties.Get(run, item, "0")), Evaluation.Properties.Get(run, item, "1"));
        }
        return result;
    }

    private static JsValue IndexOf(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var array = Collection.Array(run, args.At(0));
        run.Budget.Steps(array.Count / 8);
        for (var i = ArrayBuiltIns.Relative(run, args.At(2), array.Count, 0); i < array.Count; i++)
            if (Coercion.SameValueZero(array[i], args.At(1))) return i;
        return -1;
    }

    private static JsValue LastIndexOf(JsRun run, ReadOnlySpan<JsValue> args)
    {
        var array = Collection.Array(run, args.At(0));
        run.Budget.Steps(array.Count / 8);
        var from = args.At(2).IsUndefined ? array.Count - 1 : Coercion.ToInteger(run, args.At(2));
        if (from < 0) from = Math.Max(0, from + array.Count);
        for (var i = (int)Math.Min(from, array.Count - 1); i >= 0; i--)
            if (Coercion.SameValueZero(array[i], args.At(1))) return i;
        return -1;
    }

    private static JsArray Zip(JsRun run, JsValue[] columns)
    {
        var arrays = columns.Where(Collection.IsArrayLike).Select(column => Collection.Array(run, column)).ToArray();
        var length = arrays.Length == 0 ? 0 : arrays.Max(array => array.Count);
        run.Budget.Array((double)length * arrays.Length);
        return Collection.Make(run, Enumerable.Range(0, length).Select(i => new JsArray(arrays.Select(array => array[i])).FromThis()));
    }

    private static JsValue ZipObject(JsRun run, ReadOnlySpan<JsValue> args, bool deep)
    {
        var keys = Collection.Array(run, args.At(0));
        var values = Collection.Array(run, args.At(1));
        var result = Collection.NewObject(run);
        for (var i = 0; i < keys.Count; i++)
        {
            run.Budget.Elements(2);
            if (deep) PropertyPath.Of(run, keys[i]).Set(run, result, values[i]);
            else result.Set(Coercion.ToKey(run, keys[i]), values[i]);
        }
        return result;
    }
}
