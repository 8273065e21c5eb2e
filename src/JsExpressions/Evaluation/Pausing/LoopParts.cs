using JsExpressions.Values;

namespace JsExpressions.Evaluation.Pausing;

/// <summary>The parts of <c>for</c>, <c>while</c> and <c>do</c>; what is absent is null.</summary>
internal sealed class LoopPart(
    ScopeCode? scope, Part? init, PausedValue? test, PausedValue? step, Part body, bool testFirst, string[] labels) : Part
{
    private readonly bool _renews = scope?.AllCells.Length > 0;

    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var state = State(frame);
        scope?.Enter(frame);
        if (init is not null)
        {
            foreach (var value in init.Run(frame)) yield return value;
            if (state.Outcome != Completion.Normal) yield break;
        }
        for (var first = true; ; first = false)
        {
            if (_renews) scope!.Renew(frame); // a scope whose cells are renewed is there
            if (!first && step is not null)
            {
                foreach (var value in step.Before.Run(frame)) yield return value;
                if (state.Outcome != Completion.Normal) yield break;
                step.Value.Evaluate(frame);
            }
            if (test is not null && (testFirst || !first))
            {
                foreach (var value in test.Before.Run(frame)) yield return value;
                if (state.Outcome != Completion.Normal || !test.Value.Test(frame)) yield break;
            }
            frame.Run.Budget.Step();
            foreach (var value in body.Run(frame)) yield return value;
            if (!LoopStep.GoesOn(frame, labels, ref state.Outcome)) yield break;
        }
    }
}

internal sealed class ForOfPart(ScopeCode scope, Target target, PausedValue source, Part body, string[] labels, int position) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var (run, state) = (frame.Run, State(frame));
        scope.Enter(frame);
        foreach (var value in source.Before.Run(frame)) yield return value;
        if (state.Outcome != Completion.Normal) yield break;
        var iterable = source.Value.Evaluate(frame);
        run.At = position;
        var iteration = Iteration.Open(run, iterable);
        while (iteration.TryNext(run, out var item))
        {
            run.Budget.Step();
            using var turn = Turn(frame, item).GetEnumerator();
            while (Moves(run, turn, iteration)) yield return turn.Current;
            var outcome = state.Outcome;
            if (LoopStep.GoesOn(frame, labels, ref outcome)) continue;
            var result = frame.Result;
            iteration.Close(run);
            (state.Outcome, frame.Result) = (outcome, result);
            yield break;
        }
        state.Outcome = Completion.Normal;
    }

    private IEnumerable<JsValue> Turn(Frame frame, JsValue item)
    {
        if (!scope.IsEmpty) scope.Enter(frame);
        target.Assign(frame, item);
        foreach (var value in body.Run(frame)) yield return value;
    }

    private static bool Moves(JsRun run, IEnumerator<JsValue> turn, Iteration iteration)
    {
        try
        {
            return turn.MoveNext();
        }
        catch (JsException)
        {
            iteration.Abandon(run);
            throw;
        }
    }
}

internal sealed class ForInPart(ScopeCode scope, Target target, PausedValue source, Part body, string[] labels) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var state = State(frame);
        scope.Enter(frame);
        foreach (var value in source.Before.Run(frame)) yield return value;
        if (state.Outcome != Completion.Normal) yield break;
        foreach (var key in ForInStep.Keys(frame.Run, source.Value.Evaluate(frame)))
        {
            if (!scope.IsEmpty) scope.Enter(frame);
            target.Assign(frame, key);
            foreach (var value in body.Run(frame)) yield return value;
            if (!LoopStep.GoesOn(frame, labels, ref state.Outcome)) yield break;
        }
        state.Outcome = Completion.Normal;
    }
}
