using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Packages;

/// <summary>
/// Takes a package in two steps: first it says what each file would do here, then what was chosen becomes new versions,
/// all together or none. Nothing is ever deleted.
/// </summary>
public sealed class PackageDesk(
    WorkDb db, PublishedContent content, ActivityRegistry registry, CurrentStaff staff, TimeProvider clock)
{
    private const string Kind = "package";

    public async Task<byte[]> PackAsync(CancellationToken stop) => ContentPackage.Write(await ContentExport.ReadAsync(db, stop));

    /// <summary>Keeps the package aside and says what it would change.</summary>
    public async Task<PackagePage> OpenAsync(IReadOnlyDictionary<string, string> files, CancellationToken stop)
    {
        // One package at a time: an older one that nobody took would only be in the way.
        await db.Contents.Where(text => text.Kind == Kind).ExecuteDeleteAsync(stop);
        var kept = new StoredContent
        {
            Kind = Kind, Key = staff.UserName, Json = JsonSerializer.Serialize(files), CreatedAt = clock.GetUtcNow(), CreatedBy = staff.UserName,
        };
        db.Contents.Add(kept);
        await db.SaveChangesAsync(stop);
        return await CompareAsync(kept.Id, files, stop);
    }

    /// <summary>Publishes the chosen files. Null when the package is no longer kept.</summary>
    public async Task<PackagePage?> TakeAsync(Guid id, IReadOnlyList<string> paths, CancellationToken stop)
    {
        var kept = await db.Contents.SingleOrDefaultAsync(text => text.Kind == Kind && text.Id == id && text.Key == staff.UserName, stop);
        if (kept is null)
            return null;

        var files = JsonSerializer.Deserialize<Dictionary<string, string>>(kept.Json)!;
        var page = await CompareAsync(id, files, stop);
        var chosen = page.Rows.Where(row => row.MayTake && paths.Contains(row.Path)).Select(row => row.Path).ToHashSet(StringComparer.Ordinal);
        var (merged, mistakes) = Check(await HereAsync(stop), files.Where(file => chosen.Contains(file.Key)));
        if (chosen.Count == 0 || mistakes.Any(mistake => !mistake.IsWarning))
            return page with { Mistakes = mistakes, IsRefused = true };

        var now = clock.GetUtcNow();
        var versions = new ContentVersions(db, staff.UserName, now);
        foreach (var file in merged.Where(file => chosen.Contains(file.Path)).OrderBy(file => file.Kind))
            await versions.AddAsync(file, registry, stop);
        db.Contents.Remove(kept);
        db.Audit.Add(new AuditEntry
        {
            At = now, Actor = staff.UserName, Action = "package.taken", Subject = "content", SubjectId = id.ToString(),
            DetailJson = new JsonObject { ["files"] = new JsonArray([.. chosen.Order().Select(path => JsonValue.Create(path))]) }.ToJsonString(),
        });
        await db.SaveChangesAsync(stop);
        await content.RefreshAsync(stop);
        return new PackagePage(null, [], mistakes) { Taken = chosen.Count };
    }

    private async Task<PackagePage> CompareAsync(Guid id, IReadOnlyDictionary<string, string> files, CancellationToken stop)
    {
        var here = await HereAsync(stop);
        var (_, mistakes) = Check(here, files);
        var rows = files.Select(file => new PackageRow(file.Key, StateOf(here, file.Key, file.Value, mistakes))
        {
            // The plan says who may do what: who may not grant roles may not bring them in either.
            NeedsAdministrator = file.Key == ContentExport.PlanPath && !staff.May(Permissions.ManageUsers),
        });
        return new PackagePage(id, [.. rows.OrderBy(row => row.State).ThenBy(row => row.Path, StringComparer.Ordinal)], mistakes);
    }

    private async Task<Dictionary<string, string>> HereAsync(CancellationToken stop) =>
        (await ContentExport.ReadAsync(db, stop)).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);

    // The package is judged as it would stand here: over what is published.
    private (IReadOnlyList<ContentFile> Merged, IReadOnlyList<ContentMistake> Mistakes) Check(
        Dictionary<string, string> here, IEnumerable<KeyValuePair<string, string>> files)
    {
        var merged = new Dictionary<string, string>(here, StringComparer.Ordinal);
        var brought = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            merged[path] = text;
            brought.Add(path);
        }

        var (read, unreadable) = ContentFolder.Read(merged);
        return (read, [.. unreadable.Concat(ContentCheck.OfFiles(read, registry)).Where(mistake => brought.Contains(mistake.File))]);
    }

    private static PackageState StateOf(
        Dictionary<string, string> here, string path, string text, IReadOnlyList<ContentMistake> mistakes)
    {
        if (mistakes.Any(mistake => mistake.File == path && !mistake.IsWarning))
            return PackageState.Broken;
        if (!here.TryGetValue(path, out var current))
            return PackageState.New;
        return ContentText.Of(JsonNode.Parse(text)!) == current ? PackageState.Same : PackageState.Changed;
    }
}
