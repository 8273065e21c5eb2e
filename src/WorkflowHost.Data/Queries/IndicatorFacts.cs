using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;

namespace WorkflowHost.Data.Queries;

/// <summary>
/// Indicators over stored facts, by <see cref="IndicatorCounter"/>. Uniqueness is judged within the range: a person counted
/// in December counts again in a January of its own.
/// </summary>
public static class IndicatorFacts
{
    /// <summary>The number; without filter and uniqueness the database adds it up.</summary>
    public static async Task<IndicatorCount> CountAsync(
        this WorkDb db,
        Plan plan,
        IndicatorDefinition indicator,
        IndicatorRange range,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (indicator.Filter is null && indicator.UniqueBy == IndicatorUnique.None)
        {
            var sums = await Within(db, indicator, range)
                .Where(f => indicator.Measure == IndicatorMeasure.Count || f.Quantity > 0)
                .GroupBy(_ => 1)
                .Select(g => new { Facts = g.LongCount(), Quantity = g.Sum(f => (long)f.Quantity) })
                .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
            return new IndicatorCount(
                (indicator.Measure == IndicatorMeasure.Sum ? sums?.Quantity : sums?.Facts) ?? 0, sums?.Facts ?? 0);
        }

        var facts = await LoadAsync(db, indicator, range, cancellationToken).ConfigureAwait(false);
        return new IndicatorCounter(plan, indicator, now).Count(facts);
    }

    /// <summary>The number per day; days without any are left out.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, long>> CountByDayAsync(
        this WorkDb db,
        Plan plan,
        IndicatorDefinition indicator,
        IndicatorRange range,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var facts = await LoadAsync(db, indicator, range, cancellationToken).ConfigureAwait(false);
        return new IndicatorCounter(plan, indicator, now).CountByDay(facts);
    }

    /// <summary>A page of the list behind the number.</summary>
    public static async Task<IReadOnlyList<IndicatorRow>> RowsAsync(
        this WorkDb db,
        Plan plan,
        IndicatorDefinition indicator,
        IndicatorRange range,
        DateTimeOffset now,
        long skip,
        int take,
        CancellationToken cancellationToken)
    {
        var facts = await LoadAsync(db, indicator, range, cancellationToken).ConfigureAwait(false);
        return new IndicatorCounter(plan, indicator, now).Rows(facts, skip, take);
    }

    /// <summary>The stored facts of the indicator's type within the range.</summary>
    public static IQueryable<IndicatorFact> Within(WorkDb db, IndicatorDefinition indicator, IndicatorRange range)
    {
        var facts = db.Facts.AsNoTracking().Where(f => f.Type == indicator.Fact);
        if (range.From is { } from)
            facts = facts.Where(f => f.Date >= from);
        if (range.To is { } to)
            facts = facts.Where(f => f.Date <= to);
        if (range.Sites is { } sites)
            facts = facts.Where(f => f.SiteKey != null && sites.Contains(f.SiteKey));
        return facts;
    }

    private static Task<List<IndicatorFact>> LoadAsync(
        WorkDb db, IndicatorDefinition indicator, IndicatorRange range, CancellationToken cancellationToken) =>
        Within(db, indicator, range).ToListAsync(cancellationToken);
}
