using JsExpressions.BuiltIns;
using JsExpressions.Values;

namespace JsExpressions.Libraries.Lodash;

/// <summary>Functions that make functions, and small utilities.</summary>
internal static class LodashFunctions
{
    public static void Install(JsObject target) => target
        .Function("noop", 0, (_, _, _) => JsValue.Undefined)
        .Function("identity", 1, (_, _, args) => args.At(0))
        .Function("constant", 1, (_, _, args) =>
        {
            var value = args.At(0);
            return Make((_, _, _) => value);
        })
        .Function("stubTrue", 0, (_, _, _) => true)
        .Function("stubFalse", 0, (_, _, _) => false)
        .Function("stubArray", 0, (_, _, _) => new JsArray())
        .Function("stubObject", 0, (run, _, _) => Collection.NewObject(run))
        .Function("stubString", 0, (_, _, _) => "")
        .Function("now", 0, (run, _, _) => DateBuiltIns.Now(run))
        .Function("times", 2, Times)
        .Function("attempt", 1, Attempt)
        .Function("defaultTo", 2, (_, _, args) => args.At(0).IsNullish || (args[0].IsNumber && double.IsNaN(args[0].Num)) ? args.At(1) : args[0])
        .Function("uniqueId", 1, (run, _, args) => LodashConversions.ToText(run, args.At(0)) + NumberText.Format(++run.LastUniqueId))
        .Function("flow", 0, (run, _, args) => Flow(run, args, right: false))
        .Function("flowRight", 0, (run, _, args) => Flow(run, args, right: true))
        .Function("over", 0, (run, _, args) =>
        {
            var functions = Iteratees(run, args);
            return Make((inner, _, given) =>
            {
                var values = given.ToArray();
                return Collection.Make(inner, functions.Select(function => function.Call(inner, values.Length > 0 ? values[0] : default, values.Length > 1 ? values[1] : default, values.Length > 2 ? values[2] : default)));
            });
        })
        .Function("overEvery", 0, (run, _, args) => Over(run, args, every: true))
        .Function("overSome", 0, (run, _, args) => Over(run, args, every: false))
        .Function("negate", 1, (run, _, args) =>
        {
            var function = Callback.Of(run, args.At(0));
            return Make((inner, self, given) => !function.Call(inner, self, given).IsTruthy);
        })
        .Function("once", 1, (run, _, args) => Before(Callback.Of(run, args.At(0)), 2))
        .Function("before", 2, (run, _, args) => Before(Callback.Of(run, args.At(1)), Coercion.ToInteger(run, args.At(0))))
        .Function("after", 2, (run, _, args) =>
        {
            var (left, function) = (Coercion.ToInteger(run, args.At(0)), Callback.Of(run, args.At(1)));
            return Make((inner, self, given) => --left < 1 ? function.Call(inner, self, given) : JsValue.Undefined);
        })
        .Function("ary", 2, (run, _, args) => Limited(Callback.Of(run, args.At(0)), LodashArrays.Count(run, args, 1, int.MaxValue)))
        .Function("unary", 1, (run, _, args) => Limited(Callback.Of(run, args.At(0)), 1))
        .Function("partial", 1, (run, _, args) =>
        {
            var (function, first) = (Callback.Of(run, args.At(0)), args.Length > 1 ? args[1..].ToArray() : []);
            return Make((inner, self, given) => function.Call(inner, self, [.. first, .. given]));
        })
        .Function("partialRight", 1, (run, _, args) =>
        {
            var (function, last) = (Callback.Of(run, args.At(0)), args.Length > 1 ? args[1..].ToArray() : []);
            return Make((inner, self, given) => function.Call(inner, self, [.. given, .. last]));
        })
        .Function("bind", 2, (run, _, args) => new BoundFunction(run, Callback.Of(run, args.At(0)), args.At(1), args.Length > 2 ? args[2..].ToArray() : []))
        .Function("flip", 1, (run, _, args) =>
        {
            var function = Callback.Of(run, args.At(0));
            return Make((inner, self, given) => function.Call(inner, self, given.ToArray().Reverse().ToArray()));
        })
        .Function("spread", 1, (run, _, args) =>
        {
            var function = Callback.Of(run, args.At(0));
            return Make((inner, self, given) => function.Call(inner, self, FunctionBuiltIns.List(inner, given.At(0))));
        })
        .Function("wrap", 2, (run, _, args) =>
        {
            var (value, wrapper) = (args.At(0), Callback.Of(run, args.At(1)));
            return Make((inner, self, given) => wrapper.Call(inner, self, [value, .. given]));
        })
        .Function("curry", 2, (run, _, args) =>
        {
            var function = Callback.Of(run, args.At(0));
            return Curry(function, args.At(1).IsUndefined ? (int)Coercion.ToInteger(run, function.Get("length")) : LodashArrays.Count(run, args, 1), []);
        })
        .Function("memoize", 2, (run, _, args) =>
        {
            var (function, key) = (Callback.Of(run, args.At(0)), args.At(1).Ref as JsFunction);
            var known = new OrderedTable();
            return Make((inner, self, given) =>
            {
                var name = key?.Call(inner, self, given) ?? given.At(0);
                if (!known.TryGet(name, out var value)) known.Set(inner, name, value = function.Call(inner, self, given));
                return value;
            });
        })
        .Function("debounce", 2, (run, _, args) => Delayed(run, args))
        .Function("throttle", 2, (run, _, args) => Delayed(run, args))
        .Function("delay", 2, (_, _, _) => 0)
        .Function("defer", 1, (_, _, _) => 0)
        .Function("iteratee", 1, (run, _, args) =>
        {
            var select = Iteratee.Of(run, args.At(0));
            return args.At(0).Ref is JsFunction ? args[0] : Make((inner, _, given) => select.Call(inner, given.At(0)));
        })
        .Function("property", 1, (run, _, args) =>
        {
            var path = PropertyPath.Of(run, args.At(0));
            return Make((inner, _, given) => path.Get(inner, given.At(0)));
        })
        .Function("propertyOf", 1, (run, _, args) =>
        {
            var source = args.At(0);
            return Make((inner, _, given) => PropertyPath.Of(inner, given.At(0)).Get(inner, source));
        })
        .Function("matches", 1, (run, _, args) =>
        {
            var pattern = DeepCopy.Clone(run, args.At(0), deep: true);
            return Make((inner, _, given) => DeepEquality.Matches(inner, given.At(0), pattern));
        })
        .Function("matchesProperty", 2, (run, _, args) =>
        {
            var (path, wanted) = (PropertyPath.Of(run, args.At(0)), args.At(1));
            return Make((inner, _, given) => DeepEquality.Matches(inner, path.Get(inner, given.At(0)), wanted));
        })
        .Function("cond", 1, (run, _, args) =>
        {
            var pairs = Collection.Array(run, args.At(0)).Items.ToArray().Select(pair => Collection.Array(run, pair)).ToList();
            return Make((inner, self, given) =>
            {
                foreach (var pair in pairs)
                    if (Callback.Of(inner, pair[0]).Call(inner, self, given).IsTruthy) return Callback.Of(inner, pair[1]).Call(inner, self, given);
                return JsValue.Undefined;
            });
        })
        .Function("nthArg", 1, (run, _, args) =>
        {
            var n = (int)Coercion.ToInteger(run, args.At(0));
            return Make((_, _, given) => n < 0 ? n + given.Length >= 0 ? given[n + given.Length] : default : given.At(n));
        })
        .Function("toPath", 1, (run, _, args) => Collection.Make(run, PropertyPath.Of(run, args.At(0)).Keys.Select(key => (JsValue)key)));

    private static JsValue Make(NativeCode code) => new NativeFunction("", 0, code);

    private static JsValue Times(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var count = LodashArrays.Count(run, args, 0, 0);
        run.Budget.Array(count);
        var action = Iteratee.Of(run, args.At(1));
        var items = new JsValue[count];
        for (var i = 0; i < count; i++) items[i] = action.Call(run, i);
        return new JsArray(items);
    }

    private static JsValue Attempt(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var function = Callback.Of(run, args.At(0));
        var depth = run.Budget.Depth;
        try
        {
            return function.Call(run, JsValue.Undefined, args[1..]);
        }
        catch (JsException exception)
        {
            run.Budget.Steps(500);
            run.Budget.Depth = depth;
            return exception.Value.Ref is JsError ? exception.Value : JsError.Create(Coercion.ToText(run, exception.Value)).FromThis();
        }
    }

    private static List<Iteratee> Iteratees(JsRun run, ReadOnlySpan<JsValue> args) =>
        LodashArrays.Flatten(run, new JsArray(args.ToArray()), 1).Items.ToArray().Select(item => Iteratee.Of(run, item)).ToList();

    private static JsValue Over(JsRun run, ReadOnlySpan<JsValue> args, bool every)
    {
        var tests = Iteratees(run, args);
        return Make((inner, _, given) =>
        {
            foreach (var test in tests)
                if (test.Call(inner, given.At(0), given.At(1), given.At(2)).IsTruthy != every) return !every;
            return every;
        });
    }

    private static JsValue Flow(JsRun run, ReadOnlySpan<JsValue> args, bool right)
    {
        var functions = LodashArrays.Flatten(run, new JsArray(args.ToArray()), 1).Items.ToArray().Select(item => Callback.Of(run, item)).ToList();
        if (right) functions.Reverse();
        return Make((inner, self, given) =>
        {
            if (functions.Count == 0) return given.At(0);
            var result = functions[0].Call(inner, self, given);
            foreach (var function in functions.Skip(1)) result = function.Call(inner, self, [result]);
            return result;
        });
    }

    private static JsValue Before(JsFunction function, double limit)
    {
        JsValue last = default;
        return Make((inner, self, given) =>
        {
            if (--limit > 0) last = function.Call(inner, self, given);
            return last;
        });
    }

    private static JsValue Limited(JsFunction function, int count) =>
        Make((inner, self, given) => function.Call(inner, self, given.Length > count ? given[..count] : given));

    private static JsValue Curry(JsFunction function, int count, JsValue[] collected) => Make((inner, self, given) =>
    {
        inner.Budget.Array(collected.Length + given.Length);
        JsValue[] all = [.. collected, .. given];
        return all.Length >= count ? function.Call(inner, self, all) : Curry(function, count, all);
    });

    // There is no later within an evaluation: a delayed function is never called.
    private static JsValue Delayed(JsRun run, ReadOnlySpan<JsValue> args)
    {
        Callback.Of(run, args.At(0));
        return Make((_, _, _) => JsValue.Undefined);
    }
}
