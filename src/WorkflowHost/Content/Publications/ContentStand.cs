using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>How everything stands at one moment: what is in force, in which version, and what is drafted beside it.</summary>
public sealed class ContentStand
{
    private ContentStand(
        int head, IReadOnlyDictionary<string, string> files, IReadOnlyDictionary<string, int> versions, IReadOnlyList<ContentDraft> drafts)
    {
        Head = head;
        Files = files;
        Versions = versions;
        Drafts = drafts.ToDictionary(draft => draft.Path, StringComparer.Ordinal);
    }

    /// <summary>The last publication.</summary>
    public int Head { get; }

    /// <summary>What is in force, by path, as the export writes it.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The version in force, by path.</summary>
    public IReadOnlyDictionary<string, int> Versions { get; }

    /// <summary>What waits to be published, by path.</summary>
    public IReadOnlyDictionary<string, ContentDraft> Drafts { get; }

    /// <summary>Stands for what is in force under a path and what is drafted there: whoever publishes names what they saw.</summary>
    public string TokenOf(string path) => Token(Drafts.GetValueOrDefault(path), Versions, path);

    public static async Task<ContentStand> ReadAsync(WorkDb db, CancellationToken ct)
    {
        var head = await HeadAsync(db, ct);
        var files = (await ContentExport.ReadAsync(db, ct)).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        return new ContentStand(head, files, await VersionsAsync(db, ct), await new ContentDrafts(db).ListAsync(ct));
    }

    /// <summary>Whether nothing was published and none of the paths drafted anew since; cheap enough to ask under the write lock.</summary>
    public async Task<bool> StillStandsAsync(WorkDb db, IEnumerable<string> paths, CancellationToken ct)
    {
        if (await HeadAsync(db, ct) != Head)
            return false;
        var versions = await VersionsAsync(db, ct);
        var drafts = (await new ContentDrafts(db).ListAsync(ct)).ToDictionary(draft => draft.Path, StringComparer.Ordinal);
        return paths.All(path => Token(drafts.GetValueOrDefault(path), versions, path) == TokenOf(path));
    }

    private static string Token(ContentDraft? draft, IReadOnlyDictionary<string, int> versions, string path) =>
        $"{draft?.Base ?? "-"}@{versions.GetValueOrDefault(path)}";

    private static async Task<int> HeadAsync(WorkDb db, CancellationToken ct) => await db.Publications.MaxAsync(p => (int?)p.Number, ct) ?? 0;

    private static async Task<Dictionary<string, int>> VersionsAsync(WorkDb db, CancellationToken ct)
    {
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var plan in await db.Plans.Where(p => p.IsPublished).Select(p => p.Version).ToListAsync(ct))
            versions[ContentExport.PlanPath] = plan;
        foreach (var form in await db.Forms.Where(f => f.IsPublished).Select(f => new { f.Key, f.Version }).ToListAsync(ct))
            versions[$"forms/{form.Key}.json"] = form.Version;
        foreach (var process in await db.Definitions.Where(d => d.IsPublished).Select(d => new { d.DefinitionId, d.Version }).ToListAsync(ct))
            versions[$"workflows/{process.DefinitionId}.json"] = process.Version;
        var texts = await db.Contents.GroupBy(c => new { c.Kind, c.Key }).Select(g => new { g.Key.Kind, g.Key.Key, Version = g.Max(c => c.Version) }).ToListAsync(ct);
        foreach (var text in texts)
        {
            if (ContentExport.PathOf(text.Kind, text.Key) is { } path)
                versions[path] = text.Version;
        }

        return versions;
    }
}
