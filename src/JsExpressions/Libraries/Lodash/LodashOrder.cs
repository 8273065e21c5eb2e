using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>sortBy, orderBy and searches in sorted arrays.</summary>
internal static class LodashOrder
{
    public static void Install(JsObject target) => target
        .Function("sortBy", 2, (run, _, args) =>
        {
            var by = args.Length > 1 ? LodashArrays.Flatten(run, new JsArray(args[1..].ToArray()), 1) : new JsArray();
            return Sort(run, args.At(0), by, []);
        })
        .Function("orderBy", 3, (run, _, args) =>
        {
            var by = args.At(1).Ref as JsArray ?? (args.At(1).IsNullish ? new JsArray() : new JsArray([args[1]]));
            var orders = args.At(2).Ref as JsArray ?? (args.At(2).IsNullish ? new JsArray() : new JsArray([args[2]]));
            return Sort(run, args.At(0), by, orders.Items.ToArray().Select(order => order.IsString && order.AsString == "desc").ToArray());
        })
        .Function("sortedIndex", 2, (run, _, args) => Position(run, args, default, after: false))
        .Function("sortedIndexBy", 3, (run, _, args) => Position(run, args, args.At(2), after: false))
        .Function("sortedLastIndex", 2, (run, _, args) => Position(run, args, default, after: true))
        .Function("sortedLastIndexBy", 3, (run, _, args) => Position(run, args, args.At(2), after: true));

    private static JsArray Sort(JsRun run, JsValue collection, JsArray by, bool[] descending)
    {
        var selects = by.Count == 0 ? [Iteratee.Of(run, default)] : by.Items.ToArray().Select(item => Iteratee.Of(run, item)).ToArray();
        var rows = Collection.Entries(run, collection)
            .Select((entry, order) => (entry.Value, Order: order, Keys: selects.Select(select => select.Call(run, entry.Value)).ToArray())).ToList();
        run.Budget.Elements(rows.Count * (1L + selects.Length));
        run.Budget.Steps((long)(rows.Count * Math.Log2(rows.Count + 1)));
        rows.Sort((a, b) =>
        {
            for (var i = 0; i < selects.Length; i++)
            {
                var order = Compare(run, a.Keys[i], b.Keys[i]);
                if (order != 0) return i < descending.Length && descending[i] ? -order : order;
            }
            return a.Order - b.Order;
        });
        return Collection.Make(run, rows.Select(row => row.Value));
    }

    /// <summary>lodash's compareAscending: NaN last, before it undefined, before it null.</summary>
    public static int Compare(JsRun run, JsValue a, JsValue b)
    {
        var (left, right) = (Rank(a), Rank(b));
        if (left != right) return left - right;
        if (left != 0) return 0;
        if (Coercion.Less(run, b, a, leftFirst: false) == true) return 1;
        return Coercion.Less(run, a, b, leftFirst: true) == true ? -1 : 0;
    }

    private static int Rank(JsValue value) =>
        value.IsNumber && double.IsNaN(value.Num) ? 3 : value.IsUndefined ? 2 : value.IsNull ? 1 : 0;

    private static JsValue Position(JsRun run, ReadOnlySpan<JsValue> args, JsValue by, bool after)
    {
        var array = Collection.Array(run, args.At(0));
        var select = Iteratee.Of(run, by);
        var value = select.Call(run, args.At(1));
        var (low, high) = (0, array.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = Compare(run, select.Call(run, array[middle]), value);
            if (after ? order <= 0 : order < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
