using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Indicators;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Shared.Counting;

/// <summary>The facts a person's indicators rest on: everywhere, or those of their sites.</summary>
public sealed class FactShelf(WorkDb db, CurrentStaff staff)
{
    public async Task<IReadOnlyList<IndicatorFact>> ReadAsync(IReadOnlyCollection<string> types, CancellationToken stop)
    {
        var facts = db.Facts.AsNoTracking().Where(fact => types.Contains(fact.Type));
        if (staff.SitesFor(Permissions.ReadIndicators) is { } sites)
            facts = facts.Where(fact => fact.SiteKey == null || sites.Contains(fact.SiteKey));
        return await facts.ToListAsync(stop);
    }
}
