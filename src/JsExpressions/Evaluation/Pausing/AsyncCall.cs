using JsExpressions.Values;

namespace JsExpressions.Evaluation.Pausing;

/// <summary>A call of an asynchronous function: runs to its first <c>await</c> at once, further as a job of the promise awaited.</summary>
internal sealed class AsyncCall
{
    private readonly Frame _frame;
    private readonly IEnumerator<JsValue> _body;
    private readonly PromiseResolution _resolution;

    private AsyncCall(Frame frame, Part body, PromiseResolution resolution)
    {
        _frame = frame;
        _body = body.Run(frame).GetEnumerator();
        _resolution = resolution;
    }

    public static JsPromise Start(JsRun run, Frame frame, Part body)
    {
        run.Budget.Chars(128);
        var promise = new JsPromise();
        new AsyncCall(frame, body, new PromiseResolution(promise)).Continue(run, ResumeKind.Next, JsValue.Undefined);
        return promise;
    }

    private void Continue(JsRun run, ResumeKind kind, JsValue sent)
    {
        var state = Part.State(_frame);
        (state.Kind, state.Sent) = (kind, sent);
        var depth = run.Budget.Depth;
        run.Budget.Enter();
        try
        {
            if (_body.MoveNext())
            {
                JsPromise.Of(run, _body.Current).Then(run,
                    (inner, value) => Continue(inner, ResumeKind.Next, value),
                    (inner, error) => Continue(inner, ResumeKind.Throw, error));
            }
            else
            {
                _resolution.Resolve(run, state.Outcome == Completion.Return ? _frame.Result : JsValue.Undefined);
            }
        }
        catch (JsException exception)
        {
            _resolution.Reject(run, exception.Value);
        }
        run.Budget.Depth = depth;
    }
}
