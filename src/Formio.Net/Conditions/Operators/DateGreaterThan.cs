namespace Formio.Conditions.Operators;

/// <summary>Later.</summary>
internal sealed class DateGreaterThan : DateOperator
{
    protected override bool Compare(double value, double compared) => value > compared;
}
