namespace Formio.Conditions.Operators;

/// <summary>Not the same instant; an absent value differs from every date.</summary>
internal sealed class IsNotDateEqual : ConditionOperator
{
    private readonly IsDateEqual _equal = new();

    protected internal override bool Execute(Comparison comparison) => !_equal.Execute(comparison);
}
