using JsExpressions.Values;

namespace JsExpressions.Evaluation;

internal sealed class ExpressionStep(Node value) : Step
{
    public override Completion Execute(Frame frame)
    {
        value.Evaluate(frame);
        return Completion.Normal;
    }
}

/// <summary>At the top of a script: the value may be its result.</summary>
internal sealed class ResultStep(Node value) : Step
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = value.Evaluate(frame);
        return Completion.Normal;
    }
}

internal sealed class EmptyStep : Step
{
    public override Completion Execute(Frame frame) => Completion.Normal;
}

/// <summary>Declares or assigns: <c>let x = 1</c>.</summary>
internal sealed class DeclareStep(Target target, Node value) : Step
{
    public override Completion Execute(Frame frame)
    {
        target.Assign(frame, value.Evaluate(frame));
        return Completion.Normal;
    }
}

/// <summary>A function declared in a block also becomes visible in the function, when reached (Annex B).</summary>
internal sealed class PublishFunctionStep(Target outer, Node inner) : Step
{
    public override Completion Execute(Frame frame)
    {
        outer.Assign(frame, inner.Evaluate(frame));
        return Completion.Normal;
    }
}

internal sealed class ManySteps(Step[] steps) : Step
{
    public override Completion Execute(Frame frame)
    {
        foreach (var step in steps)
            if (step.Execute(frame) is var completion && completion != Completion.Normal) return completion;
        return Completion.Normal;
    }
}

internal sealed class BlockStep(ScopeCode scope, Step[] body) : Step
{
    public override Completion Execute(Frame frame)
    {
        if (!scope.IsEmpty)
        {
            scope.Enter(frame);
            scope.Hoist(frame);
        }
        frame.Run.Budget.Steps(body.Length);
        foreach (var step in body)
            if (step.Execute(frame) is var completion && completion != Completion.Normal) return completion;
        return Completion.Normal;
    }
}

internal sealed class IfStep(Node test, Step yes, Step? no) : Step
{
    public override Completion Execute(Frame frame)
    {
        if (test.Test(frame)) return yes.Execute(frame);
        return no?.Execute(frame) ?? Completion.Normal;
    }
}

internal sealed class ReturnStep(Node? value) : Step
{
    public override Completion Execute(Frame frame)
    {
        frame.Result = value?.Evaluate(frame) ?? JsValue.Undefined;
        return Completion.Return;
    }
}

internal sealed class ThrowStep(Node value, int position) : Step
{
    public override Completion Execute(Frame frame)
    {
        var thrown = value.Evaluate(frame);
        frame.Run.At = position;
        throw JsErrors.Thrown(frame.Run, thrown);
    }
}

internal sealed class JumpStep(bool isBreak, string? label) : Step
{
    public override Completion Execute(Frame frame)
    {
        frame.Label = label;
        return isBreak ? Completion.Break : Completion.Continue;
    }
}

internal sealed class LabelledStep(string label, Step body) : Step
{
    public override Completion Execute(Frame frame)
    {
        var completion = body.Execute(frame);
        if (completion != Completion.Break || frame.Label != label) return completion;
        frame.Label = null;
        return Completion.Normal;
    }
}

internal sealed class SwitchStep(Node value, ScopeCode scope, (Node? Test, Step[] Body)[] cases) : Step
{
    public override Completion Execute(Frame frame)
    {
        var subject = value.Evaluate(frame);
        if (!scope.IsEmpty)
        {
            scope.Enter(frame);
            scope.Hoist(frame);
        }
        frame.Run.Budget.Steps(cases.Length);
        var start = FindCase(frame, subject);
        for (var i = start; i >= 0 && i < cases.Length; i++)
        {
            foreach (var step in cases[i].Body)
            {
                var completion = step.Execute(frame);
                if (completion == Completion.Normal) continue;
                return completion == Completion.Break && frame.Label is null ? Completion.Normal : completion;
            }
        }
        return Completion.Normal;
    }

    private int FindCase(Frame frame, JsValue subject)
    {
        for (var i = 0; i < cases.Length; i++)
            if (cases[i].Test is { } test && Coercion.StrictEquals(subject, test.Evaluate(frame))) return i;
        return Array.FindIndex(cases, item => item.Test is null);
    }
}

/// <summary>
/// Only what the script itself can see is caught: a spent budget or an exception of the host passes, and runs no
/// <c>finally</c>.
/// </summary>
internal sealed class TryStep(Step body, ScopeCode? scope, Target? parameter, Step? handler, Step? last) : Step
{
    // An exception costs the machine much more than a step.
    internal const int StepsPerException = 500;

    public override Completion Execute(Frame frame)
    {
        if (last is null) return Guarded(frame);
        Completion completion;
        JsException? pending = null;
        var depth = frame.Run.Budget.Depth;
        try
        {
            completion = Guarded(frame);
        }
        catch (JsException exception)
        {
            frame.Run.Budget.Steps(StepsPerException);
            frame.Run.Budget.Depth = depth;
            completion = Completion.Normal;
            pending = exception;
        }
        var (result, label) = (frame.Result, frame.Label);
        var final = last.Execute(frame);
        if (final != Completion.Normal) return final;
        if (pending is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(pending);
        (frame.Result, frame.Label) = (result, label);
        return completion;
    }

    private Completion Guarded(Frame frame)
    {
        if (handler is null) return body.Execute(frame);
        var depth = frame.Run.Budget.Depth;
        JsValue caught;
        try
        {
            return body.Execute(frame);
        }
        catch (JsException exception)
        {
            caught = exception.Value;
        }
        frame.Run.Budget.Steps(StepsPerException);
        frame.Run.Budget.Depth = depth;
        scope?.Enter(frame);
        parameter?.Assign(frame, caught);
        return handler.Execute(frame);
    }
}
