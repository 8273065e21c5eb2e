using JsExpressions.Values;

namespace JsExpressions.Evaluation;

internal sealed class AssignNode(Target target, Node value) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var result = value.Evaluate(frame);
        target.Assign(frame, result);
        return result;
    }
}

/// <summary>The target is evaluated before the value, as the language wants.</summary>
internal sealed class AssignMemberNode(Node target, string key, Node value, bool strict, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        var result = value.Evaluate(frame);
        frame.Run.At = position;
        Properties.Put(frame.Run, holder, key, result, strict);
        return result;
    }
}

internal sealed class AssignIndexNode(Node target, Node key, Node value, bool strict, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        var name = key.Evaluate(frame);
        var result = value.Evaluate(frame);
        frame.Run.At = position;
        Properties.Put(frame.Run, holder, name, result, strict);
        return result;
    }
}

/// <summary>What a compound assignment or <c>++</c> makes of the old value.</summary>
internal abstract class Change
{
    /// <summary>False leaves the target as it is (logical assignment).</summary>
    public abstract bool TryApply(Frame frame, JsValue old, out JsValue result, out JsValue written);
}

internal sealed class AddChange(Node value) : Change
{
    public override bool TryApply(Frame frame, JsValue old, out JsValue result, out JsValue written)
    {
        written = result = Coercion.Add(frame.Run, old, value.Evaluate(frame));
        return true;
    }
}

internal sealed class ArithmeticChange(Arithmetic operation, Node value) : Change
{
    public override bool TryApply(Frame frame, JsValue old, out JsValue result, out JsValue written)
    {
        written = result = ArithmeticNode.Apply(frame.Run, operation, old, value.Evaluate(frame));
        return true;
    }
}

internal sealed class CountChange(double difference, bool prefix) : Change
{
    public override bool TryApply(Frame frame, JsValue old, out JsValue result, out JsValue written)
    {
        result = Step(frame.Run, old, difference, prefix, out written);
        return true;
    }

    /// <summary>The value of the expression; <paramref name="written"/> is what the target gets.</summary>
    public static JsValue Step(JsRun run, JsValue old, double difference, bool prefix, out JsValue written)
    {
        old = Coercion.ToNumeric(run, old);
        written = old.Ref is JsBigInt big ? BigIntMath.Add(run, big.Number, (int)difference) : old.Num + difference;
        return prefix ? written : old;
    }
}

internal sealed class LogicalChange(string sign, Node value) : Change
{
    public override bool TryApply(Frame frame, JsValue old, out JsValue result, out JsValue written)
    {
        var keep = sign switch { "&&=" => !old.IsTruthy, "||=" => old.IsTruthy, _ => !old.IsNullish };
        written = result = keep ? old : value.Evaluate(frame);
        return !keep;
    }
}

internal sealed class ChangeVariableNode(Node read, Target target, Change change) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        if (change.TryApply(frame, read.Evaluate(frame), out var result, out var written)) target.Assign(frame, written);
        return result;
    }
}

/// <summary><c>i++</c> on a plain local number, which loops are made of.</summary>
internal sealed class CountSlotNode(int slot, double difference, bool prefix) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        ref var variable = ref frame.Slots[slot];
        if (!variable.IsNumber) return CountChange.Step(frame.Run, variable, difference, prefix, out variable);
        var number = variable.Num;
        variable = number + difference;
        return prefix ? variable : number;
    }
}

internal sealed class ChangeMemberNode(Node target, string key, Change change, bool strict, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        frame.Run.At = position;
        var old = Properties.Get(frame.Run, holder, key);
        if (!change.TryApply(frame, old, out var result, out var written)) return result;
        Properties.Put(frame.Run, holder, key, written, strict);
        return result;
    }
}

internal sealed class ChangeIndexNode(Node target, Node key, Change change, bool strict, int position) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var holder = target.Evaluate(frame);
        var name = key.Evaluate(frame);
        frame.Run.At = position;
        if (!name.IsNumber && !holder.IsNullish) name = Coercion.ToKey(frame.Run, name);
        var old = Properties.Get(frame.Run, holder, name);
        if (!change.TryApply(frame, old, out var result, out var written)) return result;
        Properties.Put(frame.Run, holder, name, written, strict);
        return result;
    }
}
