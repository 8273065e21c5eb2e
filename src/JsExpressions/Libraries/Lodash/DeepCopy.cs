using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>cloneDeep and merge.</summary>
internal static class DeepCopy
{
    public static JsValue Clone(JsRun run, JsValue value, bool deep) => Clone(run, value, deep, []);

    private static JsValue Clone(JsRun run, JsValue value, bool deep, Dictionary<JsObject, JsObject> made)
    {
        if (value.ObjectOrNull is not { } source) return value;
        if (made.TryGetValue(source, out var known)) return known;
        run.Budget.Enter();
        run.Budget.Object();
        JsObject copy;
        switch (source)
        {
            case JsFunction or JsError: copy = made.Count == 0 ? new JsObject() : source; break;
            case JsDate date: copy = new JsDate(date.Time); break;
            case JsRegExp regex: copy = new JsRegExp(regex.Compiled); break;
            case JsWrapper wrapper: copy = new JsWrapper(wrapper.Value); break;
            case JsArray array:
                run.Budget.Array(array.Count);
                var items = new JsArray();
                made.Add(source, copy = items);
                for (var i = 0; i < array.Count; i++) items.Add(deep ? Clone(run, array[i], true, made) : array[i]);
                break;
            case JsMap or JsSet:
                var map = source as JsMap;
                copy = map is null ? new JsSet() : new JsMap();
                made.Add(source, copy);
                var from = map?.Table ?? ((JsSet)source).Table; // one of the two
                var to = copy is JsMap target ? target.Table : ((JsSet)copy).Table; // as above
                for (var i = 0; i < from.Places; i++)
                {
                    var (key, item) = from.At(i);
                    if (!key.IsEmpty) to.Set(run, map is null && deep ? Clone(run, key, true, made) : key, deep ? Clone(run, item, true, made) : item);
                }
                break;
            default:
                made.Add(source, copy = new JsObject(source.Prototype));
                foreach (var key in source.Keys)
                {
                    run.Budget.Elements(2);
                    copy.Set(key, deep ? Clone(run, source.Get(run, key), true, made) : source.Get(run, key));
                }
                break;
        }
        run.Budget.Leave();
        return copy;
    }

    /// <summary>Merges the source into the target, recursively for objects and arrays; <c>undefined</c> overwrites nothing.</summary>
    public static void Merge(JsRun run, JsObject target, JsObject source, JsFunction? customizer)
    {
        if (ReferenceEquals(target, source)) return;
        run.Budget.Enter();
        foreach (var key in source.Keys)
        {
            run.Budget.Step();
            if (key is "__proto__" or "constructor" && !target.HasOwn(key)) continue;
            var value = source.Get(run, key);
            var old = target.Get(run, key);
            var chosen = customizer?.Call(run, JsValue.Undefined, [old, value, key, target.FromThis(), source.FromThis()]) ?? default;
            if (!chosen.IsUndefined) target.Put(run, key, chosen);
            else if (value.ObjectOrNull is { } inner && (inner is JsArray || IsPlain(inner))) MergeInner(run, target, key, old, inner, customizer);
            else if (!value.IsUndefined || !target.HasProperty(key)) target.Put(run, key, value);
        }
        run.Budget.Leave();
    }

    public static bool IsPlain(JsObject value) =>
        value.ClassName is "Object" && (value.Prototype is null || ReferenceEquals(value.Prototype, BuiltIns.Intrinsics.ObjectPrototype));

    private static void MergeInner(JsRun run, JsObject target, string key, JsValue old, JsObject inner, JsFunction? customizer)
    {
        JsObject into;
        if (inner is JsArray) into = old.Ref as JsArray ?? new JsArray();
        else into = old.ObjectOrNull is { } existing and not JsFunction ? existing : new JsObject();
        run.Budget.Object();
        Merge(run, into, inner, customizer);
        target.Put(run, key, into);
    }
}
