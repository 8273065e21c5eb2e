using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared.Counting;

/// <summary>Rows of the list behind a number, as far as the person may read them.</summary>
public sealed class EvidenceReader(WorkDb db, CaseReading reading, PublishedContent content)
{
    public async Task<IReadOnlyList<IndicatorEvidence>> ReadAsync(IReadOnlyList<IndicatorRow> rows, CancellationToken stop)
    {
        var plan = content.Current.Plan;
        var ids = rows.Select(row => row.Fact.CaseId).OfType<Guid>().Distinct().ToList();
        var files = (await db.Cases.AsNoTracking().Where(file => ids.Contains(file.Id)).ToListAsync(stop)).ToDictionary(file => file.Id);
        return
        [
            .. from row in rows
               let file = row.Fact.CaseId is { } id ? files.GetValueOrDefault(id) : null
               select new IndicatorEvidence(
                   row.Fact.Date, file?.Id, file is null ? null : reading.TitleOf(file), file?.Folio,
                   row.Fact.SiteKey is { } site ? plan.FindSite(site)?.Title.In(ScreenLanguages.Current.Tag) ?? site : null,
                   row.Fact.Subject, row.Unit, row.Units, file is not null && reading.MayOpen(file)),
        ];
    }
}
