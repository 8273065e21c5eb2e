using JsExpressions.BuiltIns;
using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>castArray, clone and to…</summary>
internal static class LodashConversions
{
    public static void Install(JsObject target) => target
        .Function("castArray", 0, (_, _, args) => args.Length == 0 ? new JsArray() : args[0].Ref is JsArray ? args[0] : new JsArray([args[0]]).FromThis())
        .Function("clone", 1, (run, _, args) => DeepCopy.Clone(run, args.At(0), deep: false))
        .Function("cloneDeep", 1, (run, _, args) => DeepCopy.Clone(run, args.At(0), deep: true))
        .Function("cloneWith", 2, (run, _, args) => Customized(run, args, deep: false))
        .Function("cloneDeepWith", 2, (run, _, args) => Customized(run, args, deep: true))
        .Function("toArray", 1, ToArray)
        .Function("toFinite", 1, (run, _, args) => ToFinite(run, args.At(0)))
        .Function("toInteger", 1, (run, _, args) => Math.Truncate(ToFinite(run, args.At(0))) + 0.0)
        .Function("toLength", 1, (run, _, args) => Math.Clamp(Math.Truncate(ToFinite(run, args.At(0))), 0, 4294967295))
        .Function("toSafeInteger", 1, (run, _, args) => Math.Clamp(Math.Truncate(ToFinite(run, args.At(0))), -9007199254740991, 9007199254740991) + 0.0)
        .Function("toNumber", 1, (run, _, args) => Coercion.ToNumber(run, args.At(0)))
        .Function("toString", 1, (run, _, args) => ToText(run, args.At(0)))
        .Function("toPlainObject", 1, (run, _, args) =>
        {
            var result = Collection.NewObject(run);
            for (var holder = args.At(0).IsNullish ? null : Coercion.ToObject(run, args.At(0)); holder is { IsShared: false }; holder = holder.Prototype)
                foreach (var key in holder.Keys)
                    if (!result.HasOwn(key)) result.Set(key, holder.Get(run, key));
            return result;
        });

    /// <summary>lodash's toString: empty for null, minus zero kept, arrays joined with their own kind.</summary>
    public static string ToText(JsRun run, JsValue value)
    {
        if (value.IsNullish) return "";
        if (value.IsNumber && value.Num == 0 && double.IsNegative(value.Num)) return "-0";
        if (value.Ref is not JsArray array) return Coercion.ToText(run, value);
        run.Budget.Enter();
        var parts = new string[array.Count];
        // Within an array lodash writes null and undefined out, then joins.
        for (var i = 0; i < parts.Length; i++) parts[i] = array[i].IsNullish ? Coercion.ToText(run, array[i]) : ToText(run, array[i]);
        run.Budget.Leave();
        run.Budget.Text(parts.Sum(part => part.Length + 1L));
        return string.Join(',', parts);
    }

    private static double ToFinite(JsRun run, JsValue value)
    {
        var number = value.IsNullish ? 0 : Coercion.ToNumber(run, value);
        return double.IsNaN(number) ? 0 : Math.Clamp(number, -double.MaxValue, double.MaxValue);
    }

    private static JsValue ToArray(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (args.At(0).IsNullish) return new JsArray();
        if (args.At(0).IsString || args.At(0).Ref is JsMap or JsSet or JsIterator)
        {
            var items = new List<JsValue>();
            Iteration.AppendTo(run, args.At(0), items);
            return new JsArray([.. items]);
        }
        return Collection.Make(run, Collection.Entries(run, args.At(0)).Select(entry => entry.Value));
    }

    private static JsValue Customized(JsRun run, ReadOnlySpan<JsValue> args, bool deep)
    {
        var chosen = args.At(1).Ref is JsFunction customize ? customize.Call(run, JsValue.Undefined, [args.At(0)]) : default;
        return chosen.IsUndefined ? DeepCopy.Clone(run, args.At(0), deep) : chosen;
    }
}
