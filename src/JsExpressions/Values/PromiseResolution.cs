using JsExpressions.BuiltIns;

namespace JsExpressions.Values;

/// <summary>The right to settle a promise, which can be used once: the pair of functions its maker gets.</summary>
internal sealed class PromiseResolution(JsPromise promise)
{
    private bool _used;

    /// <summary>Settles with the value, or with what the promise or thenable it is will come to.</summary>
    public void Resolve(JsRun run, JsValue value)
    {
        if (_used) return;
        _used = true;
        try
        {
            if (ReferenceEquals(value.Ref, promise)) throw JsErrors.Type(run, "Chaining cycle detected for promise #<Promise>");
            if (value.ObjectOrNull is { } thenable && thenable.Get(run, "then").Ref is JsFunction then) Follow(run, value, then);
            else promise.Settle(run, value, isRejected: false);
        }
        catch (JsException exception)
        {
            promise.Settle(run, exception.Value, isRejected: true);
        }
    }

    public void Reject(JsRun run, JsValue error)
    {
        if (_used) return;
        _used = true;
        promise.Settle(run, error, isRejected: true);
    }

    /// <summary>The two as functions of the script.</summary>
    public (JsFunction Resolve, JsFunction Reject) Functions() => (
        new NativeFunction("", 1, (run, _, args) =>
        {
            Resolve(run, args.At(0));
            return JsValue.Undefined;
        }),
        new NativeFunction("", 1, (run, _, args) =>
        {
            Reject(run, args.At(0));
            return JsValue.Undefined;
        }));

    private void Follow(JsRun run, JsValue thenable, JsFunction then) => run.Queue(inner =>
    {
        var own = new PromiseResolution(promise);
        var (resolve, reject) = own.Functions();
        try
        {
            then.Call(inner, thenable, [resolve, reject]);
        }
        catch (JsException exception)
        {
            own.Reject(inner, exception.Value);
        }
    });
}
