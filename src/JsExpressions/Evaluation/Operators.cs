using JsExpressions.Values;

namespace JsExpressions.Evaluation;

internal abstract class BinaryNode(Node left, Node right) : Node
{
    public Node Left { get; } = left;

    public Node Right { get; } = right;
}

internal sealed class AddNode(Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var a = Left.Evaluate(frame);
        var b = Right.Evaluate(frame);
        return a.IsNumber && b.IsNumber ? new JsValue(a.Ref, a.Num + b.Num) : Coercion.Add(frame.Run, a, b);
    }
}

internal enum Arithmetic { Subtract, Multiply, Divide, Remainder, Power, And, Or, Xor, ShiftLeft, ShiftRight, ShiftRightUnsigned }

internal sealed class ArithmeticNode(Arithmetic operation, Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var a = Left.Evaluate(frame);
        var b = Right.Evaluate(frame);
        return a.IsNumber && b.IsNumber ? Apply(operation, a.Num, b.Num) : Apply(frame.Run, operation, a, b);
    }

    public static JsValue Apply(JsRun run, Arithmetic operation, JsValue a, JsValue b)
    {
        a = Coercion.ToNumeric(run, a);
        b = Coercion.ToNumeric(run, b);
        if (a.IsNumber && b.IsNumber) return Apply(operation, a.Num, b.Num);
        return a.Ref is JsBigInt x && b.Ref is JsBigInt y ? BigIntMath.Apply(run, operation, x.Number, y.Number) : throw BigIntMath.Mixed(run);
    }

    public static double Apply(Arithmetic operation, double a, double b) => operation switch
    {
        Arithmetic.Subtract => a - b,
        Arithmetic.Multiply => a * b,
        Arithmetic.Divide => a / b,
        Arithmetic.Remainder => a % b,
        Arithmetic.Power => Power(a, b),
        Arithmetic.And => Coercion.ToInt32(a) & Coercion.ToInt32(b),
        Arithmetic.Or => Coercion.ToInt32(a) | Coercion.ToInt32(b),
        Arithmetic.Xor => Coercion.ToInt32(a) ^ Coercion.ToInt32(b),
        Arithmetic.ShiftLeft => Coercion.ToInt32(a) << (Coercion.ToInt32(b) & 31),
        Arithmetic.ShiftRight => Coercion.ToInt32(a) >> (Coercion.ToInt32(b) & 31),
        Arithmetic.ShiftRightUnsigned => Coercion.ToUInt32(a) >> (Coercion.ToInt32(b) & 31),
        _ => throw new InvalidOperationException($"Unknown operation {operation}."),
    };

    // Where C's pow gives 1, ECMAScript gives NaN.
    private static double Power(double a, double b) =>
        double.IsNaN(b) || (Math.Abs(a) == 1 && double.IsInfinity(b)) ? double.NaN : Math.Pow(a, b);
}

internal sealed class StrictEqualsNode(Node left, Node right, bool negated) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame) => Test(frame);

    public override bool Test(Frame frame)
    {
        var a = Left.Evaluate(frame);
        return Coercion.StrictEquals(a, Right.Evaluate(frame)) != negated;
    }
}

internal sealed class LooseEqualsNode(Node left, Node right, bool negated) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame) => Test(frame);

    public override bool Test(Frame frame)
    {
        var a = Left.Evaluate(frame);
        return Coercion.LooseEquals(frame.Run, a, Right.Evaluate(frame)) != negated;
    }
}

internal enum Comparison { Less, Greater, LessOrEqual, GreaterOrEqual }

internal sealed class CompareNode(Comparison comparison, Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame) => Test(frame);

    public override bool Test(Frame frame)
    {
        var a = Left.Evaluate(frame);
        var b = Right.Evaluate(frame);
        if (a.IsNumber && b.IsNumber)
        {
            return comparison switch
            {
                Comparison.Less => a.Num < b.Num,
                Comparison.Greater => a.Num > b.Num,
                Comparison.LessOrEqual => a.Num <= b.Num,
                _ => a.Num >= b.Num,
            };
        }
        return comparison switch
        {
            Comparison.Less => Coercion.Less(frame.Run, a, b, leftFirst: true) == true,
            Comparison.Greater => Coercion.Less(frame.Run, b, a, leftFirst: false) == true,
            Comparison.LessOrEqual => Coercion.Less(frame.Run, b, a, leftFirst: false) == false,
            _ => Coercion.Less(frame.Run, a, b, leftFirst: true) == false,
        };
    }
}

internal sealed class InNode(Node left, Node right, int position) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var key = Left.Evaluate(frame);
        var holder = Right.Evaluate(frame);
        frame.Run.At = position;
        if (holder.ObjectOrNull is not { } target)
            throw JsErrors.Type(frame.Run, $"Cannot use 'in' operator to search for '{Coercion.ToText(frame.Run, key)}' in {(holder.IsObject ? "" : Coercion.ToText(frame.Run, holder))}");
        return target.HasProperty(Coercion.ToKey(frame.Run, key));
    }
}

internal sealed class InstanceOfNode(Node left, Node right, int position) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = Left.Evaluate(frame);
        var type = Right.Evaluate(frame);
        frame.Run.At = position;
        if (type.ObjectOrNull is not JsFunction constructor)
            throw JsErrors.Type(frame.Run, $"Right-hand side of 'instanceof' is not {(type.IsObject ? "callable" : "an object")}");
        return BuiltIns.FunctionBuiltIns.HasInstance(frame.Run, constructor, value);
    }
}

internal sealed class NotNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame) => !operand.Test(frame);

    public override bool Test(Frame frame) => !operand.Test(frame);
}

internal sealed class NegateNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = operand.Evaluate(frame);
        if (!value.IsNumber) value = Coercion.ToNumeric(frame.Run, value);
        return value.Ref is JsBigInt big ? BigIntMath.Result(frame.Run, -big.Number) : -value.Num;
    }
}

internal sealed class PlusNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame) => Coercion.ToNumber(frame.Run, operand.Evaluate(frame));
}

internal sealed class ComplementNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = Coercion.ToNumeric(frame.Run, operand.Evaluate(frame));
        return value.Ref is JsBigInt big ? BigIntMath.Result(frame.Run, -big.Number - 1) : ~Coercion.ToInt32(value.Num);
    }
}

internal sealed class TypeOfNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame) =>
        Coercion.TypeOf(operand is FreeNode free ? free.EvaluateOrUndefined(frame) : operand.Evaluate(frame));
}

internal sealed class VoidNode(Node operand) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        operand.Evaluate(frame);
        return JsValue.Undefined;
    }
}

internal sealed class AndNode(Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = Left.Evaluate(frame);
        return value.IsTruthy ? Right.Evaluate(frame) : value;
    }

    public override bool Test(Frame frame) => Left.Test(frame) && Right.Test(frame);
}

internal sealed class OrNode(Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = Left.Evaluate(frame);
        return value.IsTruthy ? value : Right.Evaluate(frame);
    }

    public override bool Test(Frame frame) => Left.Test(frame) || Right.Test(frame);
}

internal sealed class CoalesceNode(Node left, Node right) : BinaryNode(left, right)
{
    public override JsValue Evaluate(Frame frame)
    {
        var value = Left.Evaluate(frame);
        return value.IsNullish ? Right.Evaluate(frame) : value;
    }
}

internal sealed class ConditionalNode(Node test, Node yes, Node no) : Node
{
    public override JsValue Evaluate(Frame frame) => test.Test(frame) ? yes.Evaluate(frame) : no.Evaluate(frame);
}

internal sealed class SequenceNode(Node[] items) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        for (var i = 0; i < items.Length - 1; i++) items[i].Evaluate(frame);
        return items[^1].Evaluate(frame);
    }
}

/// <summary>Placed every so many levels of the tree: refuses when the thread's stack runs low.</summary>
internal sealed class StackGuardNode(Node inner) : Node
{
    public override JsValue Evaluate(Frame frame)
    {
        ExpressionBudget.EnsureStack();
        return inner.Evaluate(frame);
    }
}
