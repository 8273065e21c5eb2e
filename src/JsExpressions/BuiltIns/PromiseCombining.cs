using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

/// <summary>Promise.all and its kin: many promises into one.</summary>
internal static class PromiseCombining
{
    public static void Install(JsObject constructor) => constructor
        .Function("all", 1, (run, _, args) => Combine(run, args.At(0), (_, value) => value, rejects: true))
        .Function("allSettled", 1, (run, _, args) => Combine(run, args.At(0), Outcome, rejects: false))
        .Function("race", 1, Race)
        .Function("any", 1, Any);

    /// <summary>Collects what each comes to; when <paramref name="rejects"/>, the first error ends it.</summary>
    private static JsValue Combine(JsRun run, JsValue source, Func<bool, JsValue, JsValue> select, bool rejects)
    {
        var (result, resolution) = Start(run);
        if (Items(run, source, resolution) is not { } items) return result;
        var values = new JsValue[items.Count];
        var left = items.Count;
        void Take(JsRun inner, int index, bool isRejected, JsValue value)
        {
            values[index] = select(isRejected, value);
            if (--left == 0) resolution.Resolve(inner, new JsArray(values));
        }
        if (left == 0) resolution.Resolve(run, new JsArray());
        for (var i = 0; i < items.Count; i++)
        {
            var index = i;
            items[i].Then(run, (inner, value) => Take(inner, index, false, value),
                rejects ? resolution.Reject : (inner, error) => Take(inner, index, true, error));
        }
        return result;
    }

    private static JsValue Race(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var (result, resolution) = Start(run);
        foreach (var item in Items(run, args.At(0), resolution) ?? []) item.Then(run, resolution.Resolve, resolution.Reject);
        return result;
    }

    private static JsValue Any(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        var (result, resolution) = Start(run);
        if (Items(run, args.At(0), resolution) is not { } items) return result;
        var errors = new JsValue[items.Count];
        var left = items.Count;
        void Fail(JsRun inner)
        {
            var error = new JsError(Intrinsics.AggregateErrorPrototype, "All promises were rejected");
            error.DefineOwn("errors", new JsArray(errors), Attributes.Hidden);
            resolution.Reject(inner, error);
        }
        if (left == 0) Fail(run);
        for (var i = 0; i < items.Count; i++)
        {
            var index = i;
            items[i].Then(run, resolution.Resolve, (inner, error) =>
            {
                errors[index] = error;
                if (--left == 0) Fail(inner);
            });
        }
        return result;
    }

    private static (JsPromise Result, PromiseResolution Resolution) Start(JsRun run)
    {
        run.Budget.Chars(128);
        var result = new JsPromise();
        return (result, new PromiseResolution(result));
    }

    /// <summary>Null when the source cannot be walked: the result is then rejected.</summary>
    private static List<JsPromise>? Items(JsRun run, JsValue source, PromiseResolution resolution)
    {
        var depth = run.Budget.Depth;
        try
        {
            var values = new List<JsValue>();
            Iteration.AppendTo(run, source, values);
            return values.ConvertAll(value => JsPromise.Of(run, value));
        }
        catch (JsException exception)
        {
            run.Budget.Depth = depth;
            resolution.Reject(run, exception.Value);
            return null;
        }
    }

    private static JsValue Outcome(bool isRejected, JsValue value)
    {
        var outcome = new JsObject();
        outcome.Set("status", isRejected ? "rejected" : "fulfilled");
        outcome.Set(isRejected ? "reason" : "value", value);
        return outcome;
    }
}
