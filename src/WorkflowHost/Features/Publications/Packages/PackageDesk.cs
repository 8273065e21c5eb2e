using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Publications.Packages;

/// <summary>
/// Takes a package in two steps: first it says what each file would do here, then what was chosen is published like anything
/// else, all together or none. Nothing is ever deleted, and what the package lacks is left alone.
/// </summary>
public sealed class PackageDesk(
    WorkDb db, ContentPublications publications, PublishingRights rights, CurrentStaff staff, TimeProvider clock)
{
    private const string Kind = "package";

    /// <param name="process">Only this process with what it needs; null or empty for everything.</param>
    public async Task<byte[]?> PackAsync(string? process, CancellationToken stop)
    {
        var files = await ContentExport.ReadAsync(db, stop);
        if (!string.IsNullOrEmpty(process))
            files = PackageChoice.Of(files, process);
        return files.Count == 0 ? null : ContentPackage.Write(files, await ContentStamp.LineageAsync(db, stop));
    }

    /// <summary>The processes there are, by title.</summary>
    public async Task<IReadOnlyList<(string Id, string Title)>> ProcessesAsync(CancellationToken stop) =>
    [
        .. (await db.Definitions.AsNoTracking().Where(d => d.IsPublished).Select(d => new { d.DefinitionId, d.Name }).ToListAsync(stop))
            .Select(d => (d.DefinitionId, d.Name ?? d.DefinitionId))
            .OrderBy(d => d.Item2, StringComparer.CurrentCulture),
    ];

    /// <summary>Keeps the package aside and says what it would change.</summary>
    public async Task<PackagePage> OpenAsync(IReadOnlyDictionary<string, string> files, CancellationToken stop)
    {
        // One package at a time for a person: an older one that they did not take would only be in the way.
        await db.Contents.Where(text => text.Kind == Kind && text.Key == staff.UserName).ExecuteDeleteAsync(stop);
        var kept = new StoredContent
        {
            Kind = Kind, Key = staff.UserName, Json = JsonSerializer.Serialize(files), CreatedAt = clock.GetUtcNow(), CreatedBy = staff.UserName,
        };
        db.Contents.Add(kept);
        await db.SaveChangesAsync(stop);
        return await CompareAsync(kept.Id, files, null, stop);
    }

    /// <summary>Publishes the chosen files: the number of the publication, or the page that says why there is none. Null when the package is no longer kept.</summary>
    public async Task<(int? Number, PackagePage Page)?> TakeAsync(Guid id, PublishForm form, CancellationToken stop)
    {
        var kept = await db.Contents.AsNoTracking().SingleOrDefaultAsync(text => text.Kind == Kind && text.Id == id && text.Key == staff.UserName, stop);
        if (kept is null)
            return null;

        var files = JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Json) ?? [];
        var page = await CompareAsync(id, files, form, stop);
        var chosen = page.Publish.Rows.Where(row => row.IsChosen).ToList();
        if (chosen.Count == 0)
            return (null, page with { Publish = page.Publish with { IsEmpty = true } });
        var order = new PublicationOrder(PublicationKind.Package, staff.UserName, form.ShortNote,
            [.. chosen.Select(row => new PublicationFile(row.Path, files[row.Path], form.TokenOf(row.Path)))]);
        switch (await publications.PublishAsync(order, stop))
        {
            case PublicationAnswer.Published published:
                await db.Contents.Where(text => text.Id == id).ExecuteDeleteAsync(stop);
                return (published.Number, page);
            case PublicationAnswer.Refused:
                var judged = publications.Judge(await publications.StandAsync(stop), order);
                return (null, page with
                {
                    Publish = page.Publish with { IsRefused = true, Mistakes = [.. judged.Mistakes.Select(mistake => PlaceLinks.Of(mistake, judged))] },
                });
            case PublicationAnswer.Stale stale:
                var fresh = await CompareAsync(id, files, form, stop);
                return (null, fresh with { Publish = fresh.Publish with { Stale = [.. chosen.Where(row => stale.Paths.Contains(row.Path)).Select(row => row.Title)] } });
            case var other:
                throw new InvalidOperationException($"Unknown answer {other}.");
        }
    }

    private async Task<PackagePage> CompareAsync(Guid id, IReadOnlyDictionary<string, string> files, PublishForm? form, CancellationToken stop)
    {
        var stand = await publications.StandAsync(stop);
        var brought = files.Where(file => file.Key != ContentPackage.ManifestPath).ToDictionary(file => file.Key, file => file.Value, StringComparer.Ordinal);
        var sides = new PackageSides(ContentPackage.Lineage(files.GetValueOrDefault(ContentPackage.ManifestPath)), await ContentStamp.LineageAsync(db, stop));
        var judged = publications.Judge(stand, new PublicationOrder(
            PublicationKind.Package, staff.UserName, "", [.. brought.Select(file => new PublicationFile(file.Key, file.Value, ""))]));
        var mistakes = judged.Mistakes.Where(mistake => brought.ContainsKey(mistake.File) && !mistake.IsWarning).ToList();
        var rows = brought
            .Select(file => (file.Key, file.Value, State: sides.Of(file.Key, file.Value, stand.Files.GetValueOrDefault(file.Key), mistakes)))
            .ToList();
        return new PackagePage(
            id,
            new PublishPage(
                [.. rows.Where(row => row.State != PackageState.Same).OrderBy(row => row.State).ThenBy(row => row.Key, StringComparer.Ordinal).Select(row => Row(row.Key, row.Value, row.State, stand, form))],
                mistakes.Count == 0 ? null : [.. mistakes.Select(mistake => PlaceLinks.Of(mistake, judged))])
            {
                Note = form?.ShortNote ?? "",
            })
        {
            Same = [.. rows.Where(row => row.State == PackageState.Same).Select(row => row.Key).Order(StringComparer.Ordinal)],
        };
    }

    private PublishRow Row(string path, string text, PackageState state, ContentStand stand, PublishForm? form)
    {
        var (kind, key) = ContentExport.KindOf(path);
        var here = stand.Files.GetValueOrDefault(path);
        var bar = state == PackageState.Broken
            ? "package.state.broken"
            : rights.Bar(kind, kind == ContentKind.Plan && rights.BarsRoles(here, text));
        return new PublishRow(
            path, kind, ContentTitle.Of(text) ?? key, PlaceLinks.Of(path), stand.Versions.TryGetValue(path, out var version) ? version : null,
            stand.TokenOf(path), ContentDifference.Of(kind, here, text))
        {
            Barred = bar,
            IsChosen = bar is null && (form is null ? state is PackageState.New or PackageState.There : form.Chose(path)),
            Warning = state switch
            {
                PackageState.There => "package.state.there",
                PackageState.Here => "package.state.here",
                PackageState.Both => "package.state.both",
                PackageState.Changed => "package.state.changed",
                _ => stand.Drafts.ContainsKey(path) ? "publish.hasDraft" : null,
            },
        };
    }
}
