using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that return a new array.</summary>
internal static class ArrayCopying
{
    public static void Install(JsObject prototype) => prototype
        .Function("concat", 1, Concat)
        .Function("slice", 2, Slice)
        .Function("flat", 0, (run, self, args) =>
        {
            var result = new JsArray();
            Flatten(run, ArrayBuiltIns.Source(run, self), args.At(0).IsUndefined ? 1 : Coercion.ToInteger(run, args.At(0)), result);
            return result;
        })
        .Function("toReversed", 0, (run, self, _) =>
        {
            var items = Dense(run, self);
            Array.Reverse(items);
            return new JsArray(items).FromThis();
        })
        .Function("toSorted", 1, (run, self, args) => new JsArray(ArraySorting.Sorted(run, new JsArray(Dense(run, self)), args.At(0))).FromThis())
        .Function("toSpliced", 2, (run, self, args) =>
        {
            var copy = new JsArray(Dense(run, self)).FromThis();
            ((NativeFunction)Intrinsics.ArrayPrototype.Get("splice").AsObject).Call(run, copy, args); // installed beside this
            return copy;
        })
        .Function("with", 2, (run, self, args) =>
        {
            var items = Dense(run, self);
            var index = Coercion.ToInteger(run, args.At(0));
            if (index < 0) index += items.Length;
            if (index < 0 || index >= items.Length) throw JsErrors.Range(run, "Invalid index : " + NumberText.Format(index));
            items[(int)index] = args.At(1);
            return new JsArray(items).FromThis();
        });

    private static JsValue[] Dense(JsRun run, JsValue self)
    {
        var array = ArrayBuiltIns.Source(run, self);
        run.Budget.Array(array.Count);
        var items = array.Items.ToArray();
        foreach (ref var item in items.AsSpan())
            if (item.IsEmpty) item = JsValue.Undefined;
        return items;
    }

    private static JsValue Concat(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var result = new JsArray();
        Append(run, result, self.IsObject ? self : Coercion.ToObject(run, self).FromThis());
        foreach (var arg in args) Append(run, result, arg);
        return result;
    }

    private static void Append(JsRun run, JsArray result, JsValue value)
    {
        if (value.Ref is not JsArray array)
        {
            result.Push(run, value);
            return;
        }
        run.Budget.CheckArrayLength(result.Count + (double)array.Count);
        run.Budget.Elements(array.Count);
        run.Budget.Steps(array.Count / 8);
        foreach (var item in array.Items.ToArray()) result.Add(item);
    }

    private static JsValue Slice(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Source(run, self);
        var start = ArrayBuiltIns.Relative(run, args.At(0), array.Count, 0);
        var end = ArrayBuiltIns.Relative(run, args.At(1), array.Count, array.Count);
        if (end <= start) return new JsArray();
        run.Budget.Array(end - start);
        return new JsArray(array.Items[start..end].ToArray());
    }

    private static void Flatten(JsRun run, JsArray source, double depth, JsArray result)
    {
        run.Budget.Enter();
        for (var i = 0; i < source.Count; i++)
        {
            run.Budget.Step();
            if (!source.HasIndex(i)) continue;
            var item = source[i];
            if (depth >= 1 && item.Ref is JsArray inner) Flatten(run, inner, depth - 1, result);
            else result.Push(run, item);
        }
        run.Budget.Leave();
    }
}
