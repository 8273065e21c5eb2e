using JsExpressions.Values;

namespace JsExpressions.Evaluation;

/// <summary>
/// <c>target.key</c>. Within an optional chain the empty value says that the chain has stopped and passes through.
/// </summary>
internal sealed class MemberNode(Node target, string key, bool optional, int position) : Node
{
    public Node Target { get; } = target;

    public string Key { get; } = key;

    public bool Optional { get; } = optional;

    public int Position { get; } = position;

    public override JsValue Evaluate(Frame frame)
    {
        var holder = Target.Evaluate(frame);
        if (holder.Ref is JsObject known) return known.Get(frame.Run, Key, holder);
        if (holder.IsEmpty || (Optional && holder.IsNullish)) return JsValue.Empty;
        frame.Run.At = Position;
        return Properties.Get(frame.Run, holder, Key);
    }
}

internal sealed class IndexNode(Node target, Node key, bool optional, int position) : Node
{
    public Node Target { get; } = target;

    public Node Key { get; } = key;

    public bool Optional { get; } = optional;

    public int Position { get; } = position;

    public override JsValue Evaluate(Frame frame)
    {
        var holder = Target.Evaluate(frame);
        if (holder.IsEmpty || (Optional && holder.IsNullish)) return JsValue.Empty;
        var key = Key.Evaluate(frame);
        frame.Run.At = Position;
        return Properties.Get(frame.Run, holder, key);
    }
}

internal sealed class OptionalChainNode(Node chain) : Node
{
    public Node Chain { get; } = chain;

    public override JsValue Evaluate(Frame frame)
    {
        var value = Chain.Evaluate(frame);
        return value.IsEmpty ? JsValue.Undefined : value;
    }
}

internal sealed class MemberTarget(Node target, string key, bool strict, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var holder = target.Evaluate(frame);
        frame.Run.At = position;
        Properties.Put(frame.Run, holder, key, value, strict);
    }
}

internal sealed class IndexTarget(Node target, Node key, bool strict, int position) : Target
{
    public override void Assign(Frame frame, JsValue value)
    {
        var holder = target.Evaluate(frame);
        var name = key.Evaluate(frame);
        frame.Run.At = position;
        Properties.Put(frame.Run, holder, name, value, strict);
    }
}

internal sealed class DeleteNode(Node target, Node key, bool optional, bool strict, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        if (holder.IsEmpty || (optional && holder.IsNullish)) return JsValue.True;
        var name = key.Evaluate(frame);
        frame.Run.At = position;
        if (holder.IsNullish) throw JsErrors.Type(frame.Run, "Cannot convert undefined or null to object");
        var text = Coercion.ToKey(frame.Run, name);
        var done = Coercion.ToObject(frame.Run, holder).DeleteOwn(text);
        if (!done && strict) throw JsErrors.Type(frame.Run, $"Cannot delete property '{text}'");
        return done;
    }
}
