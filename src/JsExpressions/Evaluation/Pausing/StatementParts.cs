using JsExpressions.Values;

namespace JsExpressions.Evaluation.Pausing;

/// <summary>A value whose evaluation may pause: first the parts, then the node.</summary>
internal sealed record PausedValue(Part Before, Node Value);

internal sealed class BlockPart(ScopeCode scope, Part body) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        if (!scope.IsEmpty)
        {
            scope.Enter(frame);
            scope.Hoist(frame);
        }
        frame.Run.Budget.Step();
        return body.Run(frame);
    }
}

internal sealed class IfPart(PausedValue test, Part yes, Part? no) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        foreach (var value in test.Before.Run(frame)) yield return value;
        if (State(frame).Outcome != Completion.Normal) yield break;
        var chosen = test.Value.Test(frame) ? yes : no;
        if (chosen is null) yield break;
        foreach (var value in chosen.Run(frame)) yield return value;
    }
}

internal sealed class LabelledPart(string label, Part body) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        foreach (var value in body.Run(frame)) yield return value;
        var state = State(frame);
        if (state.Outcome != Completion.Break || frame.Label != label) yield break;
        frame.Label = null;
        state.Outcome = Completion.Normal;
    }
}

internal sealed class SwitchPart(PausedValue subject, ScopeCode scope, (Node? Test, Part Body)[] cases) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var state = State(frame);
        foreach (var value in subject.Before.Run(frame)) yield return value;
        if (state.Outcome != Completion.Normal) yield break;
        var wanted = subject.Value.Evaluate(frame);
        if (!scope.IsEmpty)
        {
            scope.Enter(frame);
            scope.Hoist(frame);
        }
        frame.Run.Budget.Steps(cases.Length);
        var first = Array.FindIndex(cases, item => item.Test is not null && Coercion.StrictEquals(wanted, item.Test.Evaluate(frame)));
        if (first < 0) first = Array.FindIndex(cases, item => item.Test is null);
        for (var i = first; i >= 0 && i < cases.Length; i++)
        {
            foreach (var value in cases[i].Body.Run(frame)) yield return value;
            if (state.Outcome == Completion.Normal) continue;
            if (state.Outcome == Completion.Break && frame.Label is null) state.Outcome = Completion.Normal;
            yield break;
        }
    }
}

/// <summary>As <see cref="TryStep"/>, for a body, handler or end that may pause.</summary>
internal sealed class TryPart(Part body, ScopeCode? scope, Target? parameter, Part? handler, Part? last) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var state = State(frame);
        var depth = frame.Run.Budget.Depth;
        var caught = new Caught();
        foreach (var value in caught.Watch(body.Run(frame))) yield return value;
        if (caught.Exception is { } exception && handler is not null)
        {
            frame.Run.Budget.Steps(TryStep.StepsPerException);
            frame.Run.Budget.Depth = depth;
            caught.Exception = null;
            foreach (var value in caught.Watch(Handle(frame, exception.Value))) yield return value;
        }
        if (last is not null)
        {
            if (caught.Exception is not null) frame.Run.Budget.Depth = depth;
            var (outcome, result, label) = (state.Outcome, frame.Result, frame.Label);
            foreach (var value in last.Run(frame)) yield return value;
            if (state.Outcome != Completion.Normal) yield break;
            (state.Outcome, frame.Result, frame.Label) = (outcome, result, label);
        }
        if (caught.Exception is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(caught.Exception);
    }

    private IEnumerable<JsValue> Handle(Frame frame, JsValue thrown)
    {
        scope?.Enter(frame);
        parameter?.Assign(frame, thrown);
        foreach (var value in handler!.Run(frame)) yield return value; // called only where there is one
    }

    // An iterator cannot yield within a try of C#'s own, so the enumerator is driven by hand.
    private sealed class Caught
    {
        public JsException? Exception { get; set; }

        public IEnumerable<JsValue> Watch(IEnumerable<JsValue> inner)
        {
            using var values = inner.GetEnumerator();
            while (true)
            {
                try
                {
                    if (!values.MoveNext()) yield break;
                }
                catch (JsException exception)
                {
                    Exception = exception;
                    yield break;
                }
                yield return values.Current;
            }
        }
    }
}
