using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Methods that call a function for the elements. The length is that at the start; holes are skipped where ECMAScript skips them.</summary>
internal static class ArrayCallbacks
{
    public static void Install(JsObject prototype) => prototype
        .Function("forEach", 1, (run, self, args) =>
        {
            new Walk(run, self, args.At(0), args.At(1)).Each((_, _, _) => true);
            return JsValue.Undefined;
        })
        .Function("map", 1, Map)
        .Function("filter", 1, (run, self, args) =>
        {
            var kept = new JsArray();
            new Walk(run, self, args.At(0), args.At(1)).Each((_, item, result) => !result.IsTruthy || kept.Push(run, item));
            return kept;
        })
        .Function("some", 1, (run, self, args) => !new Walk(run, self, args.At(0), args.At(1)).Each((_, _, result) => !result.IsTruthy))
        .Function("every", 1, (run, self, args) => new Walk(run, self, args.At(0), args.At(1)).Each((_, _, result) => result.IsTruthy))
        .Function("find", 1, (run, self, args) => Find(run, self, args, fromEnd: false).Value)
        .Function("findIndex", 1, (run, self, args) => Find(run, self, args, fromEnd: false).Index)
        .Function("findLast", 1, (run, self, args) => Find(run, self, args, fromEnd: true).Value)
        .Function("findLastIndex", 1, (run, self, args) => Find(run, self, args, fromEnd: true).Index)
        .Function("reduce", 1, (run, self, args) => Reduce(run, self, args, fromEnd: false))
        .Function("reduceRight", 1, (run, self, args) => Reduce(run, self, args, fromEnd: true))
        .Function("flatMap", 1, (run, self, args) =>
        {
            var result = new JsArray();
            new Walk(run, self, args.At(0), args.At(1)).Each((_, _, item) =>
            {
                if (item.Ref is not JsArray inner) return result.Push(run, item);
                run.Budget.Steps(inner.Count);
                for (var i = 0; i < inner.Count; i++)
                    if (inner.HasIndex(i)) result.Push(run, inner[i]);
                return true;
            });
            return result;
        });

    private static JsValue Map(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var walk = new Walk(run, self, args.At(0), args.At(1));
        run.Budget.Array(walk.Length);
        var results = new JsValue[walk.Length];
        Array.Fill(results, JsValue.Empty);
        walk.Each((index, _, result) =>
        {
            results[index] = result;
            return true;
        });
        return new JsArray(results);
    }

    private static (JsValue Index, JsValue Value) Find(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, bool fromEnd)
    {
        self = Coercion.ToObject(run, self);
        var test = CallbackFor(run, self, args.At(0));
        var array = ArrayBuiltIns.Source(run, self);
        var length = array.Count;
        for (var step = 0; step < length; step++)
        {
            var i = fromEnd ? length - 1 - step : step;
            var item = array[i];
            run.Budget.Step();
            if (test.Call(run, args.At(1), [item, i, self]).IsTruthy) return (i, item);
        }
        return (-1, JsValue.Undefined);
    }

    private static JsValue Reduce(JsRun run, JsValue self, ReadOnlySpan<JsValue> args, bool fromEnd)
    {
        self = Coercion.ToObject(run, self);
        var combine = CallbackFor(run, self, args.At(0));
        var array = ArrayBuiltIns.Source(run, self);
        var result = args.Length > 1 ? args[1] : JsValue.Empty;
        var length = array.Count;
        for (var step = 0; step < length; step++)
        {
            var i = fromEnd ? length - 1 - step : step;
            if (!array.HasIndex(i)) continue;
            run.Budget.Step();
            result = result.IsEmpty ? array[i] : combine.Call(run, JsValue.Undefined, [result, array[i], i, self]);
        }
        return result.IsEmpty ? throw JsErrors.Type(run, "Reduce of empty array with no initial value") : result;
    }

    /// <summary>The length is read before a callback that is none is refused, the elements are not.</summary>
    private static JsFunction CallbackFor(JsRun run, JsValue self, JsValue callback)
    {
        if (callback.Ref is not JsFunction && self.Ref is JsObject source and not JsArray) Coercion.ToLength(run, source.Get(run, "length"));
        return Callback.Of(run, callback);
    }

    /// <summary>Calls the script's function for each element that is there.</summary>
    private readonly struct Walk
    {
        private readonly JsRun _run;
        private readonly JsArray _array;
        private readonly JsValue _whole;
        private readonly JsFunction _callback;
        private readonly JsValue _callbackThis;

        public Walk(JsRun run, JsValue self, JsValue callback, JsValue callbackThis)
        {
            _run = run;
            _whole = Coercion.ToObject(run, self);
            _callback = CallbackFor(run, _whole, callback);
            _array = ArrayBuiltIns.Source(run, _whole);
            _callbackThis = callbackThis;
            Length = _array.Count;
        }

        public int Length { get; }

        /// <summary>False when <paramref name="use"/> ended the walk.</summary>
        public bool Each(Func<int, JsValue, JsValue, bool> use)
        {
            for (var i = 0; i < Length; i++)
            {
                if (!_array.HasIndex(i)) continue;
                var item = _array[i];
                _run.Budget.Step();
                if (!use(i, item, _callback.Call(_run, _callbackThis, [item, i, _whole]))) return false;
            }
            return true;
        }
    }
}
