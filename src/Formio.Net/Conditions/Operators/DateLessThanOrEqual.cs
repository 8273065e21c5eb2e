namespace Formio.Conditions.Operators;

/// <summary>Earlier or the same instant.</summary>
internal sealed class DateLessThanOrEqual : DateOperator
{
    protected override bool Compare(double value, double compared) => value <= compared;
}
