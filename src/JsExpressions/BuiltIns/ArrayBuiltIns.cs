using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>
/// Array. The methods work on arrays; an array-like <c>this</c> (arguments, a text, {length: …}) is copied first, so
/// changing methods refuse it.
/// </summary>
internal static class ArrayBuiltIns
{
    public static JsObject Make()
    {
        ArrayChanging.Install(Intrinsics.ArrayPrototype);
        ArrayReading.Install(Intrinsics.ArrayPrototype);
        ArrayCallbacks.Install(Intrinsics.ArrayPrototype);
        ArrayCopying.Install(Intrinsics.ArrayPrototype);
        return Builder.Constructor("Array", 1, Intrinsics.ArrayPrototype, (run, self, args) => Create(run, args), (run, self, args) => Create(run, args))
            .Function("isArray", 1, (_, _, args) => args.At(0).Ref is JsArray)
            .Function("of", 0, (run, _, args) =>
            {
                run.Budget.Array(args.Length);
                return new JsArray(args.ToArray()).FromThis();
            })
            .Function("from", 1, From);
    }

    /// <summary>The array itself, or the elements of an array-like as a new one.</summary>
    public static JsArray Source(JsRun run, JsValue self)
    {
        if (self.Ref is JsArray { HasOddElements: false } array) return array;
        var source = Coercion.ToObject(run, self);
        var length = Coercion.ToLength(run, source.Get(run, "length"));
        run.Budget.Array(length);
        run.Budget.Steps((long)length);
        var items = new JsValue[(int)length];
        for (var i = 0; i < items.Length; i++)
        {
            var key = ArrayIndex.ToKey(i);
            items[i] = source.HasProperty(key) ? source.Get(run, key) : JsValue.Empty;
        }
        return new JsArray(items);
    }

    /// <summary>For methods that change their <c>this</c>.</summary>
    public static JsArray Own(JsRun run, JsValue self, string method) =>
        self.Ref as JsArray ?? throw JsErrors.Type(run, $"Array.prototype.{method} changes arrays only");

    public static JsException ReadOnly(JsRun run) => JsErrors.Type(run, "Cannot add property, object is not extensible");

    /// <summary>A relative index argument within 0..length.</summary>
    public static int Relative(JsRun run, JsValue value, int length, int missing)
    {
        if (value.IsUndefined) return missing;
        var index = Coercion.ToInteger(run, value);
        return (int)(index < 0 ? Math.Max(length + index, 0) : Math.Min(index, length));
    }

    private static JsValue Create(JsRun run, ReadOnlySpan<JsValue> args)
    {
        if (args.Length == 1 && args[0].IsNumber)
        {
            var length = args[0].Num;
            if (length < 0 || length != Math.Truncate(length) || length > uint.MaxValue) throw JsErrors.Range(run, "Invalid array length");
            run.Budget.Array(length);
            var holes = new JsValue[(int)length];
            Array.Fill(holes, JsValue.Empty);
            return new JsArray(holes);
        }
        run.Budget.Array(args.Length);
        return new JsArray(args.ToArray());
    }

    private static JsValue From(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var map = args.At(1).IsUndefined ? null : Callback.Of(run, args.At(1));
        var items = new List<JsValue>();
        if (Iteration.IsIterable(run, args.At(0)))
        {
            Iteration.AppendTo(run, args.At(0), items);
        }
        else
        {
            foreach (var item in Source(run, args.At(0)).Items) items.Add(item.IsEmpty ? JsValue.Undefined : item);
        }
        run.Budget.Elements(items.Count);
        for (var i = 0; map is not null && i < items.Count; i++) items[i] = map.Call(run, args.At(2), [items[i], i]);
        return new JsArray(items.ToArray());
    }
}
