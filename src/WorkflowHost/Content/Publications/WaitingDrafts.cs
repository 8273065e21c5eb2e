using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>Counts what <see cref="ContentDrafts"/> lists, without reading it.</summary>
public static class WaitingDrafts
{
    public static async Task<int> CountAsync(WorkDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.Forms.CountAsync(form => form.Version == 0, ct)
            + await db.Plans.CountAsync(plan => plan.Version == PlanDrafts.DraftVersion, ct)
            + await db.Contents.CountAsync(text => text.Kind == ContentVersions.CatalogDraftKind, ct)
            + await db.Definitions.CountAsync(d => d.IsLatest && !d.IsPublished && d.PublishedAt == null, ct);
    }
}
