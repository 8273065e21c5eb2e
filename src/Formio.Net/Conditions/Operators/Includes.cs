using Formio.Values;

namespace Formio.Conditions.Operators;

/// <summary>A part of a text or an element of a list.</summary>
internal class Includes : ConditionOperator
{
    protected internal override bool Execute(Comparison comparison)
    {
        var (value, compared, _, _, _) = comparison;
        if (value.AsString is { } text) return text.Contains(compared.ToString(), StringComparison.Ordinal);
        if (value.AsObject is { } members) return members.Values.Any(member => SameValueZero(member, compared));
        return value.AsArray is { } items && items.Items.Any(item => SameValueZero(item, compared));
    }

    private static bool SameValueZero(DataValue left, DataValue right) =>
        left.StrictEquals(right)
        || (left.IsNumber && right.IsNumber && double.IsNaN(left.AsNumber) && double.IsNaN(right.AsNumber));
}
