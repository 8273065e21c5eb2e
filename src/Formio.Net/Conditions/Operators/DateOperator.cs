using Formio.Dates;

namespace Formio.Conditions.Operators;

/// <summary>
/// Compares two dates as moment reads them in the zone of the context. A day's own order of parts would need the live
/// component; form.io's server has none, so days are read as any text.
/// </summary>
internal abstract class DateOperator : ConditionOperator
{
    protected internal sealed override bool Execute(Comparison comparison)
    {
        if (!comparison.Value.IsTruthy) return false;
        var zone = comparison.Pass.Context.TimeZone;
        var value = MomentDate.Parse(comparison.Value, zone);
        var compared = MomentDate.Parse(comparison.Compared, zone, comparison.Pass.Context.TimeProvider);
        return Compare(value, compared);
    }

    /// <summary>Milliseconds since 1970; NaN for what is no date.</summary>
    protected abstract bool Compare(double value, double compared);
}
