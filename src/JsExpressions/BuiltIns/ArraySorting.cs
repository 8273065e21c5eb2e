using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>
/// A stable sort whose comparisons may call the script; inconsistent answers only disorder the result. Runs of 32 are
/// sorted by binary insertion behind their first ascending or descending stretch, exactly as V8 does for short arrays,
/// so that even comparers that contradict themselves (NaN among numbers) give what browsers give.
/// </summary>
internal static class ArraySorting
{
    /// <summary>The elements sorted: <c>undefined</c> behind the rest, holes last.</summary>
    public static JsValue[] Sorted(JsRun run, JsArray array, JsValue comparer)
    {
        var compare = comparer.IsUndefined ? null : comparer.ObjectOrNull as JsFunction
            ?? throw JsErrors.Type(run, "The comparison function must be either a function or undefined");
        var count = array.Count;
        run.Budget.Elements(count * 2L);
        var values = new List<JsValue>(count);
        var unset = 0;
        foreach (var item in array.Items)
        {
            if (item.IsUndefined) unset++;
            else if (!item.IsEmpty) values.Add(item);
        }
        var sorted = compare is null ? ByText(run, values) : Merge(run, values.ToArray(), compare);
        var result = new JsValue[count];
        Array.Fill(result, JsValue.Empty);
        sorted.CopyTo(result, 0);
        Array.Fill(result, JsValue.Undefined, sorted.Length, unset);
        return result;
    }

    private static JsValue[] ByText(JsRun run, List<JsValue> values)
    {
        var texts = new (string Key, int Order)[values.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = (Coercion.ToText(run, values[i]), i);
        run.Budget.Steps((long)(texts.Length * Math.Log2(texts.Length + 1)));
        Array.Sort(texts, (a, b) => string.CompareOrdinal(a.Key, b.Key) is var order && order != 0 ? order : a.Order - b.Order);
        return texts.Select(text => values[text.Order]).ToArray();
    }

    private static JsValue[] Merge(JsRun run, JsValue[] items, JsFunction compare)
    {
        const int Run = 32;
        for (var start = 0; start < items.Length; start += Run)
            Insert(run, items.AsSpan(start, Math.Min(Run, items.Length - start)), compare);
        var other = new JsValue[items.Length];
        for (var width = Run; width < items.Length; width *= 2)
        {
            for (var start = 0; start < items.Length; start += 2 * width)
            {
                var middle = Math.Min(start + width, items.Length);
                var end = Math.Min(start + 2 * width, items.Length);
                var (left, right) = (start, middle);
                for (var at = start; at < end; at++)
                {
                    var takeLeft = left < middle && (right >= end || !RightFirst(run, compare, items[left], items[right]));
                    other[at] = takeLeft ? items[left++] : items[right++];
                }
            }
            (items, other) = (other, items);
        }
        return items;
    }

    private static void Insert(JsRun run, Span<JsValue> items, JsFunction compare)
    {
        if (items.Length < 2) return;
        var sorted = 2;
        var descending = Order(run, compare, items[1], items[0]) < 0;
        while (sorted < items.Length && Order(run, compare, items[sorted], items[sorted - 1]) < 0 == descending) sorted++;
        if (descending) items[..sorted].Reverse();
        for (; sorted < items.Length; sorted++)
        {
            var pivot = items[sorted];
            var (left, right) = (0, sorted);
            while (left < right)
            {
                var middle = left + (right - left) / 2;
                if (Order(run, compare, pivot, items[middle]) < 0) right = middle;
                else left = middle + 1;
            }
            items[left..sorted].CopyTo(items[(left + 1)..]);
            items[left] = pivot;
        }
    }

    private static bool RightFirst(JsRun run, JsFunction compare, JsValue left, JsValue right) =>
        Order(run, compare, right, left) < 0;

    private static double Order(JsRun run, JsFunction compare, JsValue a, JsValue b)
    {
        run.Budget.Step();
        return Coercion.ToNumber(run, compare.Call(run, JsValue.Undefined, [a, b]));
    }
}
