using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>Empty as the type of the component understands it; arrays are looked at whole.</summary>
internal class IsEmptyValue : ConditionOperator
{
    public override bool GetResult(Comparison comparison) => Execute(comparison);

    protected internal override bool Execute(Comparison comparison) =>
        comparison.Source is { } source
            ? Emptiness.IsEmpty(source, comparison.Value)
            : comparison.Value.IsNullish || DataEquality.AreEqual(comparison.Value, "");
}
