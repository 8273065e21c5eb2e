using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>Only a real number can be greater; equality does not convert.</summary>
internal sealed class GreaterThanOrEqual : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        comparison.Value.IsNumber && (comparison.Value.AsNumber > JsText.ToNumber(comparison.Compared)
            || DataEquality.AreEqual(comparison.Value, comparison.Compared));
}
