using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Publications;

/// <summary>What was published, newest first.</summary>
public sealed class PublicationBook(WorkDb db)
{
    public const int PageSize = 30;

    public async Task<PublicationListPage> ListAsync(int page, CancellationToken stop)
    {
        var rows = await db.Publications.AsNoTracking()
            .OrderByDescending(row => row.Number)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)
            .ToListAsync(stop);
        return new PublicationListPage([.. rows.Take(PageSize).Select(PublicationRecord.Read)], page, rows.Count > PageSize);
    }

    public async Task<PublicationPage?> FindAsync(int number, CancellationToken stop)
    {
        if (await db.Publications.AsNoTracking().SingleOrDefaultAsync(row => row.Number == number, stop) is not { } stored)
            return null;
        var takenBack = await db.Publications.AsNoTracking().Where(row => row.TakesBack == number).Select(row => (int?)row.Number).FirstOrDefaultAsync(stop);
        return new PublicationPage(PublicationRecord.Read(stored), takenBack);
    }
}
