using JsExpressions.Values;

namespace JsExpressions.Evaluation.Pausing;

/// <summary><c>yield*</c>: what the generator is told, its inner iterator is told.</summary>
internal sealed class DelegatePart(Node value, Target result, int position) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var (run, state) = (frame.Run, State(frame));
        var source = value.Evaluate(frame);
        run.At = position;
        var iterator = Iteration.IteratorOf(run, source);
        var next = iterator.Get(run, "next");
        state.Kind = ResumeKind.Next;
        state.Sent = JsValue.Undefined;
        while (true)
        {
            run.Budget.Step();
            var (kind, sent) = (state.Kind, state.Sent);
            var method = kind switch { ResumeKind.Next => next, ResumeKind.Throw => iterator.Get(run, "throw"), _ => iterator.Get(run, "return") };
            if (kind == ResumeKind.Return && method.IsNullish)
            {
                frame.Result = sent;
                state.Outcome = Completion.Return;
                yield break;
            }
            if (kind == ResumeKind.Throw && method.IsNullish)
            {
                new ProtocolIteration(iterator, next).Close(run);
                throw JsErrors.Type(run, "The iterator does not provide a 'throw' method");
            }
            if (method.Ref is not JsFunction function) throw JsErrors.Type(run, $"{method} is not a function");
            if (function.Call(run, iterator.FromThis(), [sent]).ObjectOrNull is not { } step) throw JsErrors.Type(run, "Iterator result is not an object");
            if (!step.Get(run, "done").IsTruthy)
            {
                yield return step.Get(run, "value");
                continue;
            }
            state.Outcome = Completion.Normal;
            if (kind == ResumeKind.Return)
            {
                frame.Result = step.Get(run, "value");
                state.Outcome = Completion.Return;
            }
            else
            {
                result.Assign(frame, step.Get(run, "value"));
            }
            yield break;
        }
    }
}
