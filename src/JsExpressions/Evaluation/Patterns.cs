using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>A target with a default for <c>undefined</c>.</summary>
internal sealed class DefaultTarget(Target target, Node initial) : Target
{
    public override void Assign(Frame frame, JsValue value) =>
        target.Assign(frame, value.IsUndefined ? initial.Evaluate(frame) : value);
}

internal sealed class ArrayPatternTarget(Target?[] items, Target? rest, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        frame.Run.At = position;
        var source = Iteration.Open(frame.Run, value);
        if (source is not ProtocolIteration)
        {
            Fill(frame, source);
            return;
        }
        var depth = frame.Run.Budget.Depth;
        try
        {
            Fill(frame, source);
        }
        catch (JsException)
        {
            frame.Run.Budget.Depth = depth;
            source.Abandon(frame.Run);
            throw;
        }
        source.Close(frame.Run);
    }

    private void Fill(Frame frame, Iteration source)
    {
        foreach (var item in items)
        {
            if (!source.TryNext(frame.Run, out var element)) element = JsValue.Undefined;
            item?.Assign(frame, element);
        }
        if (rest is null) return;
        var list = new List<JsValue>();
        while (source.TryNext(frame.Run, out var element))
        {
            frame.Run.Budget.Step();
            frame.Run.Budget.Elements(1);
            list.Add(element);
        }
        rest.Assign(frame, new JsArray(list.ToArray()).FromThis());
    }
}

internal sealed class ObjectPatternTarget((Node Key, Target Target)[] members, Target? rest, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var run = frame.Run;
        run.At = position;
        if (value.IsNullish) throw JsErrors.Type(run, $"Cannot destructure '{Coercion.ToText(run, value)}' as it is {Coercion.ToText(run, value)}.");
        var seen = rest is null ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (var (keyNode, target) in members)
        {
            var key = keyNode is ConstantNode { Value.Ref: string known } ? known : Coercion.ToKey(run, keyNode.Evaluate(frame));
            seen?.Add(key);
            target.Assign(frame, Properties.Get(run, value, key));
        }
        if (rest is null) return;
        var others = new JsObject();
        run.Budget.Object();
        BuiltIns.ObjectBuiltIns.CopyOwn(run, value, others, seen);
        rest.Assign(frame, others.FromThis());
    }
}
