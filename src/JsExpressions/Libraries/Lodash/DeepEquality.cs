using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>isEqual and isMatch.</summary>
internal static class DeepEquality
{
    public static bool Equal(JsRun run, JsValue a, JsValue b) => Equal(run, a, b, []);

    private static bool Equal(JsRun run, JsValue a, JsValue b, List<(JsObject, JsObject)> open)
    {
        run.Budget.Step();
        if (Coercion.SameValueZero(a, b)) return true;
        if (a.ObjectOrNull is not { } left || b.ObjectOrNull is not { } right || left.ClassName != right.ClassName) return false;
        switch (left)
        {
            case JsFunction: return false;
            case JsDate date: return Same(date.Time, ((JsDate)right).Time); // of one class
            case JsRegExp regex: return regex.Pattern == ((JsRegExp)right).Pattern && regex.Flags == ((JsRegExp)right).Flags; // of one class
            case JsWrapper wrapper: return right is JsWrapper other && Coercion.SameValueZero(wrapper.Value, other.Value);
            case JsError: return Coercion.ToText(run, left.Get(run, "name")) == Coercion.ToText(run, right.Get(run, "name")) && Coercion.SameValueZero(left.Get(run, "message"), right.Get(run, "message"));
        }
        foreach (var (x, y) in open)
            if (ReferenceEquals(x, left)) return ReferenceEquals(y, right);
        run.Budget.Enter();
        open.Add((left, right));
        var result = (left, right) switch
        {
            (JsArray x, JsArray y) => Arrays(run, x, y, open),
            (JsMap x, JsMap y) => Tables(run, x.Table, y.Table, open, values: true),
            (JsSet x, JsSet y) => Tables(run, x.Table, y.Table, open, values: false),
            _ => Objects(run, left, right, open),
        };
        open.RemoveAt(open.Count - 1);
        run.Budget.Leave();
        return result;
    }

    private static bool Same(double a, double b) => a == b || (double.IsNaN(a) && double.IsNaN(b));

    private static bool Arrays(JsRun run, JsArray a, JsArray b, List<(JsObject, JsObject)> open)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Count; i++)
            if (!Equal(run, a[i], b[i], open)) return false;
        return true;
    }

    private static bool Objects(JsRun run, JsObject a, JsObject b, List<(JsObject, JsObject)> open)
    {
        var keys = a.Keys;
        if (keys.Count != b.Keys.Count) return false;
        foreach (var key in keys)
            if (!b.HasOwn(key) || !Equal(run, a.Get(run, key), b.Get(run, key), open)) return false;
        return Constructors(run, a, b);
    }

    // Objects of different constructors differ, but those without one equal plain ones.
    private static bool Constructors(JsRun run, JsObject a, JsObject b)
    {
        if (!a.HasProperty("constructor") || !b.HasProperty("constructor") || a.HasOwn("constructor")) return true;
        return Coercion.StrictEquals(a.Get(run, "constructor"), b.Get(run, "constructor"));
    }

    private static bool Tables(JsRun run, OrderedTable a, OrderedTable b, List<(JsObject, JsObject)> open, bool values)
    {
        if (a.Count != b.Count) return false;
        for (var i = 0; i < a.Places; i++)
        {
            var (key, value) = a.At(i);
            if (key.IsEmpty) continue;
            if (b.TryGet(key, out var other) ? values && !Equal(run, value, other, open) : !HasEqual(run, b, key, value, open)) return false;
        }
        return true;
    }

    private static bool HasEqual(JsRun run, OrderedTable table, JsValue key, JsValue value, List<(JsObject, JsObject)> open)
    {
        for (var i = 0; i < table.Places; i++)
        {
            var (other, item) = table.At(i);
            if (!other.IsEmpty && Equal(run, key, other, open) && Equal(run, value, item, open)) return true;
        }
        return false;
    }

    /// <summary>Whether the value holds all of the pattern; arrays hold in any order.</summary>
    public static bool Matches(JsRun run, JsValue value, JsValue pattern)
    {
        run.Budget.Step();
        if (pattern.ObjectOrNull is not { } wanted || pattern.Ref is JsFunction or JsDate or JsRegExp or JsWrapper or JsMap or JsSet) return Equal(run, value, pattern);
        run.Budget.Enter();
        var result = wanted is JsArray list ? value.Ref is JsArray items && HoldsAll(run, items, list) : HoldsKeys(run, value, wanted);
        run.Budget.Leave();
        return result;
    }

    private static bool HoldsAll(JsRun run, JsArray items, JsArray wanted)
    {
        if (items.Count < wanted.Count) return false;
        var used = new bool[items.Count];
        for (var i = 0; i < wanted.Count; i++)
        {
            var found = false;
            for (var j = 0; j < items.Count && !found; j++)
            {
                if (used[j] || !Matches(run, items[j], wanted[i])) continue;
                used[j] = found = true;
            }
            if (!found) return false;
        }
        return true;
    }

    private static bool HoldsKeys(JsRun run, JsValue value, JsObject wanted)
    {
        var keys = wanted.Keys;
        if (value.IsNullish) return keys.Count == 0;
        var target = Coercion.ToObject(run, value);
        foreach (var key in keys)
            if (!target.HasProperty(key) || !Matches(run, target.Get(run, key), wanted.Get(run, key))) return false;
        return true;
    }
}
