using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that change the array.</summary>
internal static class ArrayChanging
{
    public static void Install(JsObject prototype) => prototype
        .Function("push", 1, ArrayLikeChanging.Generic(Push))
        .Function("pop", 0, ArrayLikeChanging.Generic(Pop))
        .Function("shift", 0, ArrayLikeChanging.Generic(Shift))
        .Function("unshift", 1, ArrayLikeChanging.Generic(Unshift))
        .Function("splice", 2, ArrayLikeChanging.Generic(Splice))
        .Function("reverse", 0, ArrayLikeChanging.Generic(Reverse))
        .Function("sort", 1, ArrayLikeChanging.Generic(Sort))
        .Function("fill", 1, ArrayLikeChanging.Generic(Fill))
        .Function("copyWithin", 2, ArrayLikeChanging.Generic(CopyWithin));

    private static JsValue Sort(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "sort");
        var items = ArraySorting.Sorted(run, array, args.At(0));
        if (!array.IsWritable) throw ArrayBuiltIns.ReadOnly(run);
        array.Replace(items, items.Length);
        return self;
    }

    private static JsValue Push(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "push");
        foreach (var item in args)
            if (!array.Push(run, item)) throw ArrayBuiltIns.ReadOnly(run);
        return array.Count;
    }

    private static JsValue Pop(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "pop");
        if (array.Count == 0) return JsValue.Undefined;
        var last = array[array.Count - 1];
        if (!array.SetLength(run, array.Count - 1)) throw ArrayBuiltIns.ReadOnly(run);
        return last;
    }

    private static JsValue Shift(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "shift");
        if (array.Count == 0) return JsValue.Undefined;
        var first = array[0];
        Replace(run, array, 0, 1, []);
        return first;
    }

    private static JsValue Unshift(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "unshift");
        Replace(run, array, 0, 0, args);
        return array.Count;
    }

    private static JsValue Splice(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "splice");
        var start = ArrayBuiltIns.Relative(run, args.At(0), array.Count, 0);
        var removed = args.Length == 0 ? 0
            : args.Length == 1 ? array.Count - start
            : (int)Math.Clamp(Coercion.ToInteger(run, args[1]), 0, array.Count - start);
        run.Budget.Array(removed);
        var result = new JsArray(array.Items.Slice(start, removed).ToArray());
        Replace(run, array, start, removed, args.Length > 2 ? args[2..] : []);
        return result;
    }

    private static void Replace(JsRun run, JsArray array, int start, int removed, ReadOnlySpan<JsValue> added)
    {
        var count = array.Count;
        var length = count - removed + added.Length;
        if (!array.IsWritable || !array.Extensible) throw ArrayBuiltIns.ReadOnly(run);
        // Moving elements costs a step for every sixteen.
        run.Budget.Steps((count - start) / 16 + added.Length);
        if (length > count) array.SetLength(run, length);
        var items = array.Items;
        items[(start + removed)..count].CopyTo(items[(start + added.Length)..]);
        added.CopyTo(items[start..]);
        if (length < count) array.SetLength(run, length);
    }

    private static JsValue Reverse(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "reverse");
        if (!array.IsWritable) throw ArrayBuiltIns.ReadOnly(run);
        run.Budget.Steps(array.Count / 4);
        array.Items.Reverse();
        return self;
    }

    private static JsValue Fill(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "fill");
        var start = ArrayBuiltIns.Relative(run, args.At(1), array.Count, 0);
        var end = ArrayBuiltIns.Relative(run, args.At(2), array.Count, array.Count);
        if (!array.IsWritable) throw ArrayBuiltIns.ReadOnly(run);
        if (end <= start) return self;
        run.Budget.Steps((end - start) / 4);
        array.Items[start..Math.Min(end, array.Count)].Fill(args.At(0));
        return self;
    }

    private static JsValue CopyWithin(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var array = ArrayBuiltIns.Own(run, self, "copyWithin");
        var target = ArrayBuiltIns.Relative(run, args.At(0), array.Count, 0);
        var start = ArrayBuiltIns.Relative(run, args.At(1), array.Count, 0);
        var end = ArrayBuiltIns.Relative(run, args.At(2), array.Count, array.Count);
        var count = Math.Min(end - start, array.Count - target);
        if (!array.IsWritable) throw ArrayBuiltIns.ReadOnly(run);
        if (count <= 0) return self;
        run.Budget.Steps(count / 4);
        array.Items.Slice(start, count).CopyTo(array.Items[target..]);
        return self;
    }
}
