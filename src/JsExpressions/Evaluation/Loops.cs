using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>A loop and the labels that name it.</summary>
internal abstract class LoopStep(string[] labels) : Step
{
    /// <summary>What the body's end means: false leaves the loop with <paramref name="completion"/>.</summary>
    protected bool GoesOn(Frame frame, ref Completion completion) => GoesOn(frame, labels, ref completion);

    /// <summary>As above, for any loop of these labels.</summary>
    public static bool GoesOn(Frame frame, string[] labels, ref Completion completion)
    {
        if (completion == Completion.Normal) return true;
        if (completion == Completion.Return) return false;
        var mine = frame.Label is null || Array.IndexOf(labels, frame.Label) >= 0;
        if (completion == Completion.Continue && mine)
        {
            frame.Label = null;
            completion = Completion.Normal;
            return true;
        }
        if (completion == Completion.Break && mine)
        {
            frame.Label = null;
            completion = Completion.Normal;
        }
        return false;
    }
}

internal sealed class WhileStep(Node test, Step body, bool testFirst, string[] labels) : LoopStep(labels)
{
    public override Completion Execute(Frame frame)
    {
        if (testFirst && !test.Test(frame)) return Completion.Normal;
        do
        {
            frame.Run.Budget.Step();
            var completion = body.Execute(frame);
            if (!GoesOn(frame, ref completion)) return completion;
        }
        while (test.Test(frame));
        return Completion.Normal;
    }
}

internal sealed class ForStep(ScopeCode scope, Step? init, Node? test, Node? step, Step body, string[] labels) : LoopStep(labels)
{
    private readonly bool _renews = scope.AllCells.Length > 0;

    public override Completion Execute(Frame frame)
    {
        if (!scope.IsEmpty) scope.Enter(frame);
        init?.Execute(frame);
        while (true)
        {
            if (_renews) scope.Renew(frame);
            if (test is not null && !test.Test(frame)) return Completion.Normal;
            frame.Run.Budget.Step();
            var completion = body.Execute(frame);
            if (!GoesOn(frame, ref completion)) return completion;
            if (_renews) scope.Renew(frame);
            step?.Evaluate(frame);
        }
    }
}

internal sealed class ForOfStep(ScopeCode scope, Target target, Node source, Step body, string[] labels, int position) : LoopStep(labels)
{
    public override Completion Execute(Frame frame)
    {
        if (!scope.IsEmpty) scope.Enter(frame);
        var iterable = source.Evaluate(frame);
        frame.Run.At = position;
        var iteration = Iteration.Open(frame.Run, iterable);
        if (iteration is not ProtocolIteration) return Loop(frame, iteration);
        var depth = frame.Run.Budget.Depth;
        Completion completion;
        try
        {
            completion = Loop(frame, iteration);
        }
        catch (JsException)
        {
            frame.Run.Budget.Depth = depth;
            iteration.Abandon(frame.Run);
            throw;
        }
        iteration.Close(frame.Run);
        return completion;
    }

    private Completion Loop(Frame frame, Iteration iteration)
    {
        while (iteration.TryNext(frame.Run, out var value))
        {
            frame.Run.Budget.Step();
            if (!scope.IsEmpty) scope.Enter(frame);
            target.Assign(frame, value);
            var completion = body.Execute(frame);
            if (!GoesOn(frame, ref completion)) return completion;
        }
        return Completion.Normal;
    }
}

internal sealed class ForInStep(ScopeCode scope, Target target, Node source, Step body, string[] labels) : LoopStep(labels)
{
    public override Completion Execute(Frame frame)
    {
        if (!scope.IsEmpty) scope.Enter(frame);
        foreach (var key in Keys(frame.Run, source.Evaluate(frame)))
        {
            if (!scope.IsEmpty) scope.Enter(frame);
            target.Assign(frame, key);
            var completion = body.Execute(frame);
            if (!GoesOn(frame, ref completion)) return completion;
        }
        return Completion.Normal;
    }

    /// <summary>The enumerable keys, own and inherited; those deleted before their turn are left out.</summary>
    public static IEnumerable<string> Keys(JsRun run, JsValue value)
    {
        if (value.IsNullish) yield break;
        var visited = new HashSet<string>(StringComparer.Ordinal);
        for (var holder = Coercion.ToObject(run, value); holder is { IsShared: false }; holder = holder.Prototype)
        {
            foreach (var key in holder.OwnKeys().ToArray())
            {
                run.Budget.Step();
                if (holder.TryGetOwn(key, out var property) && visited.Add(key) && property.Enumerable) yield return key;
            }
        }
    }
}
