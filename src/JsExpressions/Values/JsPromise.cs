using JsExpressions.Values;

namespace JsExpressions;

/// <summary>
/// A promise. What waits for it runs only when the host asks (<see cref="JsRun.Settle"/>), never within an evaluation:
/// form.io does not wait for promises, and a workflow does after the script has ended.
/// </summary>
public sealed class JsPromise : JsObject
{
    private List<(Action<JsRun, JsValue> Fulfilled, Action<JsRun, JsValue> Rejected)>? _waiting = [];

    internal JsPromise() : base(BuiltIns.Intrinsics.PromisePrototype) { }

    /// <inheritdoc/>
    public override string ClassName => "Promise";

    /// <summary>Whether it has its value or its error.</summary>
    public bool IsSettled => _waiting is null;

    /// <summary>Whether <see cref="Result"/> is an error.</summary>
    public bool IsRejected { get; private set; }

    /// <summary>The value or the error; <c>undefined</c> before it is settled.</summary>
    public JsValue Result { get; private set; }

    /// <summary>The promise itself, or one that takes the value.</summary>
    internal static JsPromise Of(JsRun run, JsValue value)
    {
        if (value.Ref is JsPromise known) return known;
        run.Budget.Object();
        var promise = new JsPromise();
        new PromiseResolution(promise).Resolve(run, value);
        return promise;
    }

    /// <summary>Calls one of the two as a job, once the promise is settled.</summary>
    internal void Then(JsRun run, Action<JsRun, JsValue> fulfilled, Action<JsRun, JsValue> rejected)
    {
        run.Budget.Object();
        if (_waiting is not null) _waiting.Add((fulfilled, rejected));
        else run.Queue(inner => (IsRejected ? rejected : fulfilled)(inner, Result));
    }

    internal void Settle(JsRun run, JsValue value, bool isRejected)
    {
        var waiting = _waiting;
        (_waiting, Result, IsRejected) = (null, value, isRejected);
        foreach (var (fulfilled, rejected) in waiting ?? []) run.Queue(inner => (isRejected ? rejected : fulfilled)(inner, value));
    }
}
