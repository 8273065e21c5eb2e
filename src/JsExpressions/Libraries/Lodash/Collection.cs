using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>What lodash's collection functions walk: arrays and texts by index, objects by key.</summary>
internal static class Collection
{
    public static bool IsArrayLike(JsValue value) => value.Ref is JsArray or Evaluation.JsArguments || value.IsString;

    public static IEnumerable<(JsValue Key, JsValue Value)> Entries(JsRun run, JsValue collection)
    {
        if (collection.IsNullish) yield break;
        if (collection.Ref is JsArray array)
        {
            for (var i = 0; i < array.Count; i++) yield return (i, array[i]);
        }
        else if (collection.Ref is JsMap or JsSet)
        {
            // lodash walks own keys, which these have none of.
        }
        else
        {
            var source = Coercion.ToObject(run, collection);
            foreach (var key in source.Keys)
            {
                run.Budget.Step();
                yield return (IsArrayLike(collection) ? double.Parse(key, System.Globalization.CultureInfo.InvariantCulture) : key, source.Get(run, key));
            }
        }
    }

    public static JsArray Values(JsRun run, JsValue collection)
    {
        if (collection.Ref is JsArray array) return array;
        var result = new JsArray();
        foreach (var (_, value) in Entries(run, collection)) result.Push(run, value);
        return result;
    }

    /// <summary>The array itself; anything else that is not array-like is an empty one.</summary>
    public static JsArray Array(JsRun run, JsValue value) =>
        value.Ref as JsArray ?? (IsArrayLike(value) ? ArrayBuiltIns.Source(run, value) : new JsArray());

    public static JsArray Make(JsRun run, IEnumerable<JsValue> values)
    {
        var result = new JsArray();
        foreach (var value in values)
        {
            run.Budget.Step();
            result.Push(run, value);
        }
        return result;
    }

    public static JsObject NewObject(JsRun run)
    {
        run.Budget.Object();
        return new JsObject();
    }
}
