using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content.Publications;

/// <summary>Puts the files of one publication where their kinds are kept, and remembers what it did. The caller saves.</summary>
internal sealed class PublicationShelf(WorkDb db, ContentJudgement judged, ContentStand stand, string actor, DateTimeOffset now)
{
    private readonly ContentVersions _versions = new(db, actor, now);
    private readonly ProcessVersions _processes = new(db, judged.Registry, actor, now);
    private readonly List<StoredDefinition> _published = [];
    private readonly List<PublicationItem> _items = [];

    public async Task PutAsync(PublicationFile order, CancellationToken ct)
    {
        if (!judged.Files.TryGetValue(order.Path, out var file))
        {
            await TakeAwayAsync(order.Path, ct);
            return;
        }

        var to = file.Kind switch
        {
            ContentKind.Form => (await _versions.AddFormAsync(FormDefinition.Parse(file.Json), ct)).Version,
            ContentKind.Plan => (await _versions.AddPlanAsync(Plan.Parse(file.Json), ct)).Version,
            ContentKind.Workflow => (order.IsDraft ? await PublishDraftAsync(file.Key, ct) : await AddProcessAsync(file, ct)).Version,
            _ => await _versions.AddAsync(file, judged.Registry, ct),
        };
        if (order.IsDraft)
            await DropDraftAsync(file, ct);
        Remember(file, order.Path, to, isFollower: false);
    }

    /// <summary>A form whose lists changed because a catalog did.</summary>
    public async Task FollowAsync(ContentFile form, CancellationToken ct) =>
        Remember(form, form.Path, (await _versions.AddFormAsync(FormDefinition.Parse(form.Json), ct)).Version, isFollower: true);

    /// <summary>What was done, with the processes that follow those that were published.</summary>
    public async Task<IReadOnlyList<PublicationItem>> FinishAsync(CancellationToken ct)
    {
        foreach (var version in _published)
            await _processes.LeadConsumersAsync(version, ct);
        await _processes.IndexAsync(ct);
        _items.AddRange(_processes.Led.Select(led => ProcessVersions.ItemOf(led.Version, led.Before, led.From) with { IsFollower = true }));
        return _items;
    }

    private async Task<StoredDefinition> AddProcessAsync(ContentFile file, CancellationToken ct)
    {
        var added = await _processes.AddAsync(WorkflowDefinition.Parse(file.Json), ct);
        _published.Add(added);
        return added;
    }

    private async Task<StoredDefinition> PublishDraftAsync(string definitionId, CancellationToken ct)
    {
        var versions = await _processes.OfAsync(definitionId, ct);
        var draft = versions.Single(version => version.IsLatest); // it still stands as it was judged
        _processes.Publish(draft, versions);
        _published.Add(draft);
        return draft;
    }

    private async Task DropDraftAsync(ContentFile file, CancellationToken ct)
    {
        switch (file.Kind)
        {
            case ContentKind.Form:
                db.Forms.RemoveRange(await db.Forms.Where(form => form.Key == file.Key && form.Version == 0).ToListAsync(ct));
                break;
            case ContentKind.Plan:
                db.Plans.RemoveRange(await db.Plans.Where(plan => plan.Version == PlanDrafts.DraftVersion).ToListAsync(ct));
                break;
            case ContentKind.Catalog:
                db.Contents.RemoveRange(await db.Contents.Where(text => text.Kind == ContentVersions.CatalogDraftKind && text.Key == file.Key).ToListAsync(ct));
                break;
        }
    }

    // Nothing new begins with it; what was published keeps its rows, and what began with it goes on.
    private async Task TakeAwayAsync(string path, CancellationToken ct)
    {
        var (kind, key) = ContentExport.KindOf(path);
        switch (kind)
        {
            case ContentKind.Form:
                foreach (var form in await db.Forms.Where(form => form.Key == key && form.IsPublished).ToListAsync(ct))
                    form.IsPublished = false;
                break;
            case ContentKind.Workflow:
                await _processes.RetireAsync(key, ct);
                break;
            default:
                throw new InvalidOperationException($"{path} cannot be taken out of force.");
        }

        _items.Add(new PublicationItem(kind, key, path, TitleOf(path, key), stand.Versions.GetValueOrDefault(path), null, []));
    }

    private void Remember(ContentFile file, string path, int to, bool isFollower)
    {
        var from = stand.Versions.TryGetValue(path, out var version) ? version : (int?)null;
        _items.Add(PublicationItem.Of(
            file.Kind, file.Key, path, TitleOf(path, file.Key), from, to, stand.Files.GetValueOrDefault(path), judged.Texts.GetValueOrDefault(path)) with
        {
            IsFollower = isFollower,
        });
    }

    private string TitleOf(string path, string key) => ContentTitle.Of(judged.Texts.GetValueOrDefault(path) ?? stand.Files.GetValueOrDefault(path)) ?? key;
}
