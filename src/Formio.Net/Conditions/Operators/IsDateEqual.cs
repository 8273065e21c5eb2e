namespace Formio.Conditions.Operators;

/// <summary>The same instant.</summary>
internal sealed class IsDateEqual : DateOperator
{
    protected override bool Compare(double value, double compared) => value == compared;
}
