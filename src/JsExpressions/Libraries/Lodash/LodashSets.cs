using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>uniq, union, intersection, difference and xor, plain, <c>By</c> and <c>With</c>.</summary>
internal static class LodashSets
{
    private enum Kind { Plain, By, With }

    private delegate JsArray Operation(JsRun run, IReadOnlyList<JsArray> arrays, Membership membership);

    public static void Install(JsObject target)
    {
        Add(target, "uniq", (run, arrays, seen) => Union(run, arrays.Take(1), seen), single: true);
        Add(target, "union", (run, arrays, seen) => Union(run, arrays, seen));
        Add(target, "intersection", Intersection, strict: true);
        Add(target, "difference", Difference);
        Add(target, "xor", Xor);
        target
            .Function("without", 1, (run, _, args) => Difference(run, [Collection.Array(run, args.At(0)), new JsArray(args.Length > 1 ? args[1..].ToArray() : [])], new Membership(run, null, null)))
            .Function("pull", 1, (run, _, args) => Pull(run, args.At(0), new JsArray(args.Length > 1 ? args[1..].ToArray() : []), null))
            .Function("pullAll", 2, (run, _, args) => Pull(run, args.At(0), Collection.Array(run, args.At(1)), null))
            .Function("pullAllBy", 3, (run, _, args) => Pull(run, args.At(0), Collection.Array(run, args.At(1)), Iteratee.Of(run, args.At(2))))
            .Function("remove", 2, Remove)
            .Function("sortedUniq", 1, (run, _, args) => Union(run, [Collection.Array(run, args.At(0))], new Membership(run, null, null)));
    }

    private static void Add(JsObject target, string name, Operation operation, bool single = false, bool strict = false)
    {
        foreach (var kind in Enum.GetValues<Kind>())
        {
            target.Function(name + (kind == Kind.Plain ? "" : kind.ToString()), 1, (run, _, args) =>
            {
                var last = args.Length == 0 ? default : args[^1];
                var extra = kind != Kind.Plain && args.Length > 1 && (single || last.Ref is not JsArray || kind == Kind.With);
                if (kind == Kind.By && args.Length > 1 && !extra && last.Ref is JsArray { Count: 2 } pair && pair[0].IsString && args.Length > 2) extra = true;
                var arrays = (extra ? args[..^1] : args).ToArray().Where(item => strict || Collection.IsArrayLike(item) && !item.IsString)
                    .Select(item => Collection.Array(run, item)).ToList();
                var membership = new Membership(run,
                    kind == Kind.By && extra ? Iteratee.Of(run, last) : null,
                    kind == Kind.With && extra && last.Ref is JsFunction compare ? compare : null);
                return arrays.Count == 0 ? new JsArray() : operation(run, arrays, membership);
            });
        }
    }

    private static JsArray Union(JsRun run, IEnumerable<JsArray> arrays, Membership membership)
    {
        var seen = membership.NewSet();
        return Collection.Make(run, arrays.SelectMany(array => array.Items.ToArray()).Select(Filled).Where(seen.Add));
    }

    private static JsArray Intersection(JsRun run, IReadOnlyList<JsArray> arrays, Membership membership)
    {
        var others = arrays.Skip(1).Select(membership.SetOf).ToList();
        var seen = membership.NewSet();
        return Collection.Make(run, arrays[0].Items.ToArray().Select(Filled).Where(item => others.TrueForAll(other => other.Contains(item)) && seen.Add(item)));
    }

    private static JsArray Difference(JsRun run, IReadOnlyList<JsArray> arrays, Membership membership)
    {
        var excluded = membership.NewSet();
        foreach (var array in arrays.Skip(1))
            foreach (var item in array.Items) excluded.Add(Filled(item));
        return Collection.Make(run, arrays[0].Items.ToArray().Select(Filled).Where(item => !excluded.Contains(item)));
    }

    private static JsArray Xor(JsRun run, IReadOnlyList<JsArray> arrays, Membership membership)
    {
        var sets = arrays.Select(membership.SetOf).ToList();
        var seen = membership.NewSet();
        var result = new JsArray();
        for (var i = 0; i < arrays.Count; i++)
        {
            foreach (var item in arrays[i].Items.ToArray())
                if (!sets.Where((_, other) => other != i).Any(other => other.Contains(Filled(item))) && seen.Add(Filled(item))) result.Push(run, Filled(item));
        }
        return result;
    }

    private static JsValue Filled(JsValue item) => item.IsEmpty ? JsValue.Undefined : item;

    private static JsValue Pull(JsRun run, JsValue target, JsArray values, Iteratee? by)
    {
        if (target.Ref is not JsArray array) return target;
        var excluded = new Membership(run, by, null).SetOf(values);
        Replace(run, array, array.Items.ToArray().Where(item => !excluded.Contains(item)).ToArray());
        return target;
    }

    private static JsValue Remove(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var removed = new JsArray();
        if (args.At(0).Ref is not JsArray array) return removed;
        var test = Iteratee.Of(run, args.At(1));
        var kept = new List<JsValue>();
        for (var i = 0; i < array.Count; i++)
        {
            if (test.Call(run, array[i], i, array.FromThis()).IsTruthy) removed.Push(run, array[i]);
            else kept.Add(array[i]);
        }
        Replace(run, array, [.. kept]);
        return removed;
    }

    private static void Replace(JsRun run, JsArray array, JsValue[] items)
    {
        if (!array.IsWritable) throw ArrayBuiltIns.ReadOnly(run);
        array.Replace(items, items.Length);
    }
}

/// <summary>What makes two items the same.</summary>
internal sealed class Membership(JsRun run, Iteratee? by, JsFunction? compare)
{
    public ItemSet NewSet() => new(this);

    public ItemSet SetOf(JsArray array)
    {
        var set = new ItemSet(this);
        foreach (var item in array.Items) set.Add(item.IsEmpty ? JsValue.Undefined : item);
        return set;
    }

    internal sealed class ItemSet(Membership membership)
    {
        private readonly HashSet<JsValue> _keys = new(SameValueZeroComparer.Instance);
        private readonly List<JsValue> _items = [];

        /// <summary>False when it was there.</summary>
        public bool Add(JsValue item)
        {
            membership.Charge();
            if (!membership.Compares) return _keys.Add(membership.Key(item));
            if (Contains(item)) return false;
            _items.Add(item);
            return true;
        }

        public bool Contains(JsValue item) => membership.Compares
            ? _items.Exists(other => membership.Same(item, other))
            : _keys.Contains(membership.Key(item));
    }

    private bool Compares => compare is not null;

    private void Charge()
    {
        run.Budget.Step();
        run.Budget.Elements(2);
    }

    private JsValue Key(JsValue item) => by?.Call(run, item) ?? item;

    private bool Same(JsValue a, JsValue b)
    {
        run.Budget.Step();
        return compare!.Call(run, JsValue.Undefined, [a, b]).IsTruthy; // called only when it compares
    }
}
