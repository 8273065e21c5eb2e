using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Counting;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;

namespace WorkflowHost.Features.Indicators;

/// <summary>Counts the plan's indicators and lists what each of them counted; both come from the same facts.</summary>
public sealed class IndicatorBoard(FactShelf shelf, EvidenceReader evidence, PublishedContent content, TimeProvider time)
{
    private const int PageSize = 50;

    private Plan Plan => content.Current.Plan;

    private static string Language => ScreenLanguages.Current.Tag;

    public async Task<IReadOnlyList<IndicatorFigure>> ReadAsync(CancellationToken stop)
    {
        var facts = await shelf.ReadAsync([.. Plan.Indicators.Select(indicator => indicator.Fact).Distinct()], stop);
        var byType = facts.ToLookup(fact => fact.Type);
        return [.. Plan.Indicators.Select(indicator => FigureOf(indicator, byType[indicator.Fact]))];
    }

    /// <summary>Null when the plan has no such indicator.</summary>
    public async Task<IndicatorPage?> FindAsync(string key, int page, CancellationToken stop)
    {
        if (Plan.FindIndicator(key) is not { } indicator)
            return null;

        var facts = await shelf.ReadAsync([indicator.Fact], stop);
        var figure = FigureOf(indicator, facts);
        var pages = Math.Max(1, (int)((figure.Value + PageSize - 1) / PageSize));
        var number = Math.Clamp(page, 1, pages);
        var rows = CounterOf(indicator).Rows(facts, (long)(number - 1) * PageSize, PageSize);
        return new IndicatorPage(figure, new PageOf<IndicatorEvidence>(await evidence.ReadAsync(rows, stop), number, PageSize, (int)figure.Value));
    }

    /// <summary>Every row, for a file; null when the plan has no such indicator.</summary>
    public async Task<IReadOnlyList<IndicatorEvidence>?> AllAsync(string key, CancellationToken stop)
    {
        if (Plan.FindIndicator(key) is not { } indicator)
            return null;

        var facts = await shelf.ReadAsync([indicator.Fact], stop);
        var counter = CounterOf(indicator);
        return await evidence.ReadAsync(counter.Rows(facts, 0, (int)counter.Count(facts).Value), stop);
    }

    private IndicatorFigure FigureOf(IndicatorDefinition indicator, IEnumerable<IndicatorFact> facts)
    {
        var days = new List<DayTotal>();
        long total = 0;
        foreach (var (day, count) in CounterOf(indicator).CountByDay(facts).OrderBy(one => one.Key))
            days.Add(new DayTotal(day, total += count));
        return new IndicatorFigure(indicator.Key, indicator.Title.In(Language), total, days, indicator.Target);
    }

    private IndicatorCounter CounterOf(IndicatorDefinition indicator) => new(Plan, indicator, time.GetUtcNow());
}
