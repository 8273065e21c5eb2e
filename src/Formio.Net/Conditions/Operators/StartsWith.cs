using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The text begins with the compared text.</summary>
internal sealed class StartsWith : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        (comparison.Value.IsNullish ? "" : JsText.OfLodash(comparison.Value))
            .StartsWith(JsText.OfLodash(comparison.Compared), StringComparison.Ordinal);
}
