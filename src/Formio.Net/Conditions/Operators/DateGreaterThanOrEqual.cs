namespace Formio.Conditions.Operators;

/// <summary>Later or the same instant.</summary>
internal sealed class DateGreaterThanOrEqual : DateOperator
{
    protected override bool Compare(double value, double compared) => value >= compared;
}
