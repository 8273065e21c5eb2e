using Formio.Dates;

namespace Formio.Conditions.Operators;

/// <summary>
/// Compares two dates as moment reads them in the zone of the context; days in their own order of parts, and a day with
/// unknown parts never matches.
/// </summary>
internal abstract class DateOperator : ConditionOperator
{
    protected internal sealed override bool Execute(Comparison comparison)
    {
        if (!comparison.Value.IsTruthy) return false;
        var (zone, clock) = (comparison.Pass.Context.TimeZone, comparison.Pass.Context.TimeProvider);
        if (comparison.Source is { Type: "day" } day)
        {
            var text = comparison.Value.ToString();
            return !DayText.IsPartial(day, text)
                && Compare(
                    DayText.ForConditions(day, text, zone, clock),
                    DayText.ForConditions(day, comparison.Compared.ToString(), zone, clock));
        }

        var value = MomentDate.Parse(comparison.Value, zone, clock);
        var compared = MomentDate.Parse(comparison.Compared, zone, clock);
        return Compare(value, compared);
    }

    /// <summary>Milliseconds since 1970; NaN for what is no date.</summary>
    protected abstract bool Compare(double value, double compared);
}
