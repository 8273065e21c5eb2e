using JsExpressions.Evaluation;
using JsExpressions.Values;

namespace JsExpressions.BuiltIns;

internal static class PromiseBuiltIns
{
    public static JsObject Make()
    {
        Intrinsics.PromisePrototype
            .Function("then", 2, (run, self, args) => Then(run, This(run, self), args.At(0), args.At(1)))
            .Function("catch", 1, (run, self, args) => Then(run, This(run, self), JsValue.Undefined, args.At(0)))
            .Function("finally", 1, (run, self, args) => Finally(run, This(run, self), args.At(0)))
            .Tag("Promise");
        var constructor = Builder.Constructor("Promise", 1, Intrinsics.PromisePrototype,
            (run, _, _) => throw JsErrors.Type(run, "Promise constructor cannot be invoked without 'new'"), Construct);
        constructor
            .Function("resolve", 1, (run, _, args) => JsPromise.Of(run, args.At(0)))
            .Function("reject", 1, (run, _, args) =>
            {
                run.Budget.Object();
                var promise = new JsPromise();
                promise.Settle(run, args.At(0), isRejected: true);
                return promise;
            });
        PromiseCombining.Install(constructor);
        return constructor;
    }

    private static JsValue Construct(JsRun run, JsValue self, ReadOnlySpan<JsValue> args)
    {
        if (args.At(0).Ref is not JsFunction executor) throw JsErrors.Type(run, $"Promise resolver {args.At(0)} is not a function");
        run.Budget.Chars(128);
        var promise = new JsPromise();
        var resolution = new PromiseResolution(promise);
        var (resolve, reject) = resolution.Functions();
        var depth = run.Budget.Depth;
        try
        {
            executor.Call(run, JsValue.Undefined, [resolve, reject]);
        }
        catch (JsException exception)
        {
            run.Budget.Depth = depth;
            resolution.Reject(run, exception.Value);
        }
        return promise;
    }

    private static JsValue Then(JsRun run, JsPromise promise, JsValue fulfilled, JsValue rejected)
    {
        run.Budget.Chars(128);
        var result = new JsPromise();
        var resolution = new PromiseResolution(result);
        promise.Then(run, Reaction(fulfilled.Ref as JsFunction, resolution.Resolve, resolution), Reaction(rejected.Ref as JsFunction, resolution.Reject, resolution));
        return result;
    }

    private static Action<JsRun, JsValue> Reaction(JsFunction? handler, Action<JsRun, JsValue> otherwise, PromiseResolution resolution) => (run, value) =>
    {
        if (handler is null) otherwise(run, value);
        else Attempt(run, resolution, () => resolution.Resolve(run, handler.Call(run, JsValue.Undefined, [value])));
    };

    private static JsValue Finally(JsRun run, JsPromise promise, JsValue handler)
    {
        if (handler.Ref is not JsFunction code) return Then(run, promise, handler, handler);
        run.Budget.Chars(128);
        var result = new JsPromise();
        var resolution = new PromiseResolution(result);
        Action<JsRun, JsValue> After(Action<JsRun, JsValue> outcome) => (inner, value) => Attempt(inner, resolution, () =>
            JsPromise.Of(inner, code.Call(inner, JsValue.Undefined, [])).Then(inner, (last, _) => outcome(last, value), resolution.Reject));
        promise.Then(run, After(resolution.Resolve), After(resolution.Reject));
        return result;
    }

    private static void Attempt(JsRun run, PromiseResolution resolution, Action action)
    {
        var depth = run.Budget.Depth;
        try
        {
            action();
        }
        catch (JsException exception)
        {
            run.Budget.Depth = depth;
            resolution.Reject(run, exception.Value);
        }
    }

    private static JsPromise This(JsRun run, JsValue self) =>
        self.Ref as JsPromise ?? throw JsErrors.Type(run, "Promise method called on an incompatible receiver");
}
