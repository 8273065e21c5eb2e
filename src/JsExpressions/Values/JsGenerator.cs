using JsExpressions.BuiltIns;
using JsExpressions.Evaluation;
using JsExpressions.Evaluation.Pausing;
using JsExpressions.Values;

namespace JsExpressions.Values;

/// <summary>What calling a generator function gives: a paused call.</summary>
internal sealed class JsGenerator : JsObject
{
    private readonly Frame _frame;
    private readonly IEnumerator<JsValue> _body;
    private bool _started;
    private bool _running;
    private bool _done;

    public JsGenerator(JsObject prototype, Frame frame, Part body) : base(prototype)
    {
        _frame = frame;
        _body = body.Run(frame).GetEnumerator();
    }

    public override string ClassName => "Generator";

    /// <summary>Goes on to the next pause or the end; gives the object <c>next</c> returns.</summary>
    public JsValue Resume(JsRun run, ResumeKind kind, JsValue value)
    {
        if (_running) throw JsErrors.Type(run, "Generator is already running");
        if (!_started && kind != ResumeKind.Next) _done = true;
        if (_done)
        {
            if (kind == ResumeKind.Throw) throw JsErrors.Thrown(run, value);
            return IteratorBuiltIns.Result(run, kind == ResumeKind.Return ? value : JsValue.Undefined, done: true);
        }
        _started = true;
        var state = Part.State(_frame);
        (state.Kind, state.Sent) = (kind, value);
        run.Budget.Enter();
        _running = true;
        _done = true; // until it is known to have paused
        try
        {
            _done = !_body.MoveNext();
        }
        finally
        {
            _running = false;
        }
        run.Budget.Leave();
        if (!_done) return IteratorBuiltIns.Result(run, _body.Current, done: false);
        return IteratorBuiltIns.Result(run, state.Outcome == Completion.Return ? _frame.Result : JsValue.Undefined, done: true);
    }
}
