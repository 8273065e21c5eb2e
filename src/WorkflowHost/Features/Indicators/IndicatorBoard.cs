using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Indicators;

/// <summary>Counts the plan's indicators and lists what each of them counted; both come from the same facts.</summary>
public sealed class IndicatorBoard(WorkDb db, FactShelf shelf, CaseReading reading, PublishedContent content, TimeProvider time)
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
        return new IndicatorPage(figure, new PageOf<IndicatorEvidence>(await EvidenceAsync(rows, stop), number, PageSize, (int)figure.Value));
    }

    /// <summary>Every row, for a file; null when the plan has no such indicator.</summary>
    public async Task<IReadOnlyList<IndicatorEvidence>?> AllAsync(string key, CancellationToken stop)
    {
        if (Plan.FindIndicator(key) is not { } indicator)
            return null;

        var facts = await shelf.ReadAsync([indicator.Fact], stop);
        var counter = CounterOf(indicator);
        return await EvidenceAsync(counter.Rows(facts, 0, (int)counter.Count(facts).Value), stop);
    }

    private IndicatorFigure FigureOf(IndicatorDefinition indicator, IEnumerable<IndicatorFact> facts)
    {
        var days = new List<DayTotal>();
        long total = 0;
        foreach (var (day, count) in CounterOf(indicator).CountByDay(facts).OrderBy(one => one.Key))
            days.Add(new DayTotal(day, total += count));
        return new IndicatorFigure(indicator.Key, indicator.Title.In(Language), total, days);
    }

    private IndicatorCounter CounterOf(IndicatorDefinition indicator) => new(Plan, indicator, time.GetUtcNow());

    private async Task<IReadOnlyList<IndicatorEvidence>> EvidenceAsync(IReadOnlyList<IndicatorRow> rows, CancellationToken stop)
    {
        var ids = rows.Select(row => row.Fact.CaseId).OfType<Guid>().Distinct().ToList();
        var files = (await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(stop)).ToDictionary(file => file.Id);
        return
        [
            .. from row in rows
               let file = row.Fact.CaseId is { } id ? files.GetValueOrDefault(id) : null
               select new IndicatorEvidence(
                   row.Fact.Date, file?.Id, file is null ? null : reading.TitleOf(file), file?.Folio,
                   row.Fact.SiteKey is { } site ? Plan.FindSite(site)?.Title.In(Language) ?? site : null,
                   row.Fact.Subject, row.Unit, row.Units, file is not null && reading.MayOpen(file)),
        ];
    }
}
