using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;
using WorkflowHost.Trials;

namespace WorkflowHost.Features.Try;

/// <summary>Gathers what is to be tried: the published content with the chosen drafts laid over, the sites, and who would be told.</summary>
public sealed class TryDesk(WorkDb db, ContentDrafts drafts, TrialShelf shelf, CurrentStaff staff)
{
    public async Task<TryPage> PageAsync(CancellationToken stop) =>
        new([.. (await drafts.ListAsync(stop)).OrderByDescending(draft => draft.ChangedAt)], shelf.Of(staff.UserName));

    /// <summary>Opens a trial; null when too many are open.</summary>
    /// <param name="chosen">Paths of the drafts to lay over.</param>
    /// <param name="asNow">Sites as they are now instead of all open and empty.</param>
    /// <param name="answersRequests">Status a request is answered with; null: nobody answers.</param>
    /// <param name="stop">Until it is begun.</param>
    public async Task<Trial?> OpenAsync(IReadOnlyList<string> chosen, bool asNow, int? answersRequests, CancellationToken stop)
    {
        var files = await drafts.FilesAsync(chosen.ToHashSet(StringComparer.Ordinal), stop);
        return shelf.Open(
            new TrialOrder
            {
                Files = files,
                Drafts = [.. chosen.Where(files.ContainsKey)],
                Sites = asNow ? await SitesAsync(stop) : [],
                Receivers = await ReceiversAsync(stop),
                RequestStatus = answersRequests,
            },
            staff.UserName);
    }

    /// <summary>The whole content by path: what is published, or with every draft laid over.</summary>
    public Task<IReadOnlyDictionary<string, string>> FilesAsync(bool withDrafts, CancellationToken stop) =>
        drafts.FilesAsync(withDrafts ? null : new HashSet<string>(), stop);

    private async Task<IReadOnlyList<TrialSite>> SitesAsync(CancellationToken stop)
    {
        var pools = await db.Pools.AsNoTracking().ToListAsync(stop);
        return
        [
            .. (await db.Sites.AsNoTracking().ToListAsync(stop)).Select(site => new TrialSite(
                site.Key, site.State, [.. pools.Where(pool => pool.SiteKey == site.Key).Select(pool => new TrialPool(pool.Segment, pool.Capacity, pool.Taken))])),
        ];
    }

    private async Task<IReadOnlyList<TrialReceiver>> ReceiversAsync(CancellationToken stop) =>
    [
        .. (await db.WebhookEndpoints.AsNoTracking().Where(endpoint => endpoint.IsEnabled).ToListAsync(stop)).Select(endpoint => new TrialReceiver(
            endpoint.Description.Length > 0 ? endpoint.Description : Uri.TryCreate(endpoint.Url, UriKind.Absolute, out var address) ? address.Host : "—",
            endpoint.EventTypes)),
    ];
}
