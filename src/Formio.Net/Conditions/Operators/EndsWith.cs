using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>The text ends with the compared text.</summary>
internal sealed class EndsWith : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison) =>
        comparison.Value.IsNullish
            ? comparison.Compared.ToString().Length == 0
            : comparison.Value.ToString().EndsWith(comparison.Compared.ToString(), StringComparison.Ordinal);
}
