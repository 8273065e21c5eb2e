namespace JsExpressions.Evaluation;

/// <summary>A compiled expression. Immutable and shared by all evaluations.</summary>
internal abstract class Node
{
    public abstract JsValue Evaluate(Frame frame);

    public virtual bool Test(Frame frame) => Evaluate(frame).IsTruthy;
}

internal enum Completion { Normal, Break, Continue, Return }

/// <summary>A compiled statement.</summary>
internal abstract class Step
{
    public abstract Completion Execute(Frame frame);
}

/// <summary>Something that can be given a value: a variable, a property or a pattern of them.</summary>
internal abstract class Target
{
    public abstract void Assign(Frame frame, JsValue value);
}
