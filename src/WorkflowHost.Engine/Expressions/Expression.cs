using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Expressions;

/// <summary>A value of a definition that is worked out when it is needed (elsa-semantics 4.1). Immutable and shared.</summary>
internal abstract class Expression
{
    /// <summary>The raw value; the caller converts it to the target type.</summary>
    public abstract object? Evaluate(ActivityContext context, ElsaType target);
}
