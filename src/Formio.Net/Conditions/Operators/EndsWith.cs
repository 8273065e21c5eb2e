using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The text ends with the compared text.</summary>
internal sealed class EndsWith : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        (comparison.Value.IsNullish ? "" : JsText.OfLodash(comparison.Value))
            .EndsWith(JsText.OfLodash(comparison.Compared), StringComparison.Ordinal);
}
