namespace Formio.Conditions.Operators;

/// <summary>Earlier.</summary>
internal sealed class DateLessThan : DateOperator
{
    protected override bool Compare(double value, double compared) => value < compared;
}
