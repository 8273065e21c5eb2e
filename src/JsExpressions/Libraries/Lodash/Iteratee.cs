using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>lodash's shorthand for functions: a path, a pair, a pattern object, or a function.</summary>
internal sealed class Iteratee
{
    private readonly JsFunction? _function;
    private readonly Func<JsRun, JsValue, JsValue>? _select;

    private Iteratee(JsFunction? function, Func<JsRun, JsValue, JsValue>? select)
    {
        _function = function;
        _select = select;
    }

    public static Iteratee Of(JsRun run, JsValue value)
    {
        if (value.Ref is JsFunction function) return new Iteratee(function, null);
        if (value.IsNullish) return new Iteratee(null, (_, item) => item);
        if (value.Ref is JsArray { Count: 2 } pair)
        {
            var path = PropertyPath.Of(run, pair[0]);
            var wanted = pair[1];
            return new Iteratee(null, (r, item) => DeepEquality.Matches(r, path.Get(r, item), wanted));
        }
        if (value.ObjectOrNull is { } pattern and not JsArray) return new Iteratee(null, (r, item) => DeepEquality.Matches(r, item, pattern.FromThis()));
        var property = PropertyPath.Of(run, value);
        return new Iteratee(null, (r, item) => property.Get(r, item));
    }

    /// <summary>For functions that give the item alone.</summary>
    public JsValue Call(JsRun run, JsValue item)
    {
        run.Budget.Step();
        return _function is not null ? _function.Call(run, JsValue.Undefined, [item]) : _select!(run, item); // one of the two is set
    }

    /// <summary>For functions that give item, key and collection.</summary>
    public JsValue Call(JsRun run, JsValue item, JsValue key, JsValue collection)
    {
        run.Budget.Step();
        return _function is not null ? _function.Call(run, JsValue.Undefined, [item, key, collection]) : _select!(run, item); // one of the two is set
    }
}
