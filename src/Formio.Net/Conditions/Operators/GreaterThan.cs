using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>Only a real number can be greater.</summary>
internal sealed class GreaterThan : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        comparison.Value.IsNumber && comparison.Value.AsNumber > JsText.ToNumber(comparison.Compared);
}
