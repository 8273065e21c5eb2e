using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Changing methods of Array on objects that only look like one: they work on a copy that is then written back.</summary>
internal static class ArrayLikeChanging
{
    public static NativeCode Generic(NativeCode method) => (run, self, args) =>
        self.Ref is JsArray ? method(run, self, args) : Through(run, self, args, method);

    private static JsValue Through(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, NativeCode method)
    {
        var target = Coercion.ToObject(run, self);
        var copy = ArrayBuiltIns.Source(run, self);
        var before = copy.Items.ToArray();
        var result = method(run, copy, args);
        for (var i = 0; i < Math.Max(before.Length, copy.Count); i++)
        {
            run.Budget.Step();
            var now = i < copy.Count ? copy.Items[i] : JsValue.Empty;
            var was = i < before.Length ? before[i] : JsValue.Empty;
            if (now.IsEmpty ? was.IsEmpty : !was.IsEmpty && Coercion.SameValue(now, was)) continue;
            var key = ArrayIndex.ToKey(i);
            if (now.IsEmpty ? !target.DeleteOwn(key) : !target.Put(run, key, now))
                throw JsErrors.Type(run, $"Cannot assign to read only property '{key}' of object");
        }
        if (copy.Count != before.Length || !target.HasOwn("length"))
            if (!target.Put(run, "length", copy.Count)) throw JsErrors.Type(run, "Cannot assign to read only property 'length' of object");
        return ReferenceEquals(result.Ref, copy) ? target : result;
    }
}
