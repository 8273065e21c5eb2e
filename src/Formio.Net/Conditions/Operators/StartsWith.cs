using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The text begins with the compared text.</summary>
internal sealed class StartsWith : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        comparison.Value.IsNullish
            ? comparison.Compared.ToString().Length == 0
            : comparison.Value.ToString().StartsWith(comparison.Compared.ToString(), StringComparison.Ordinal);
}
