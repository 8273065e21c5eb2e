using JsExpressions.Values;

namespace JsExpressions.Evaluation.Pausing;

/// <summary>How a paused function goes on.</summary>
internal enum ResumeKind { Next, Throw, Return }

/// <summary>What a function that can pause has beside its frame.</summary>
internal sealed class PauseState
{
    /// <summary>How the last part ended.</summary>
    public Completion Outcome;

    public ResumeKind Kind;

    /// <summary>The value the function is resumed with.</summary>
    public JsValue Sent;
}

/// <summary>
/// A statement, or a piece of an expression, of a generator or asynchronous function. It runs as a .NET iterator, so
/// that a paused function is an object on the heap: no thread and no stack wait with it. Each element is a value
/// yielded or awaited; how it ended stands in <see cref="PauseState.Outcome"/>.
/// </summary>
internal abstract class Part
{
    public abstract IEnumerable<JsValue> Run(Frame frame);

    public static PauseState State(Frame frame) => frame.Pause!; // parts run only in frames that can pause
}

/// <summary>Anything that does not pause itself.</summary>
internal sealed class StepPart(Step step) : Part
{
    public void Execute(Frame frame) => State(frame).Outcome = step.Execute(frame);

    public override IEnumerable<JsValue> Run(Frame frame)
    {
        Execute(frame);
        yield break;
    }
}

/// <summary>Parts one after the other until one does not end normally.</summary>
internal sealed class SequencePart(Part[] parts) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        var state = State(frame);
        state.Outcome = Completion.Normal;
        foreach (var part in parts)
        {
            if (part is StepPart step) step.Execute(frame);
            else
                foreach (var value in part.Run(frame)) yield return value;
            if (state.Outcome != Completion.Normal) yield break;
        }
    }
}

/// <summary><c>yield</c> and <c>await</c>: gives the value out and stores the one sent back.</summary>
internal sealed class PausePart(Node value, Target result) : Part
{
    public override IEnumerable<JsValue> Run(Frame frame)
    {
        yield return value.Evaluate(frame);
        var state = State(frame);
        state.Outcome = Completion.Normal;
        if (state.Kind == ResumeKind.Throw) throw JsErrors.Thrown(frame.Run, state.Sent);
        if (state.Kind == ResumeKind.Next)
        {
            result.Assign(frame, state.Sent);
            yield break;
        }
        frame.Result = state.Sent;
        state.Outcome = Completion.Return;
    }
}
