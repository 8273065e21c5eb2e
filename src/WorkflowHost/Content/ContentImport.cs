using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>
/// Brings shipped files into the database at start. A file that is as it was at the last import is left alone, so a
/// version published in the browser since then stays in force; a changed file becomes a new published version.
/// </summary>
public sealed class ContentImport(IDbContextFactory<WorkDb> databases, ActivityRegistry registry, TimeProvider clock)
{
    private const string Actor = "system";
    private const string SettingPrefix = "content:";

    /// <summary>Paths that became new versions; a file that cannot be read as what it is becomes a mistake and changes nothing.</summary>
    public async Task<(IReadOnlyList<string> Imported, IReadOnlyList<ContentMistake> Mistakes)> RunAsync(
        IReadOnlyList<ContentFile> files, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var hashes = await db.Settings.Where(s => s.Key.StartsWith(SettingPrefix)).ToDictionaryAsync(s => s.Key, ct);
        var now = clock.GetUtcNow();
        var versions = new ContentVersions(db, Actor, now);
        var imported = new List<string>();
        var mistakes = new List<ContentMistake>();
        var items = new List<PublicationItem>();
        foreach (var file in files.OrderBy(file => file.Kind))
        {
            var known = hashes.GetValueOrDefault(SettingPrefix + file.Path);
            if (known?.Value == file.Hash)
                continue;
            var (from, before) = known is null ? (null, null) : await ContentExport.InForceAsync(db, file.Kind, file.Key, ct);
            if (await TryAddAsync(versions, file, mistakes, ct) is not { } to)
                continue;
            items.Add(PublicationItem.Of(file.Kind, file.Key, file.Path, ContentTitle.Of(file.Json) ?? file.Key, from, to, before, file.Json));
            imported.Add(file.Path);
            if (known is null)
                db.Settings.Add(new Setting { Key = SettingPrefix + file.Path, Value = file.Hash, UpdatedAt = now });
            else
                (known.Value, known.UpdatedAt) = (file.Hash, now);
        }

        if (items.Count > 0)
            db.Publications.Add(PublicationRecord.Row(PublicationKind.Shipped, Actor, now, items));
        await db.SaveChangesAsync(ct);
        return (imported, mistakes);
    }

    // The number of the new version; null when the file cannot be one.
    private async Task<int?> TryAddAsync(
        ContentVersions versions, ContentFile file, List<ContentMistake> mistakes, CancellationToken ct)
    {
        try
        {
            return await versions.AddAsync(file, registry, ct);
        }
        catch (PlanFormatException e)
        {
            mistakes.AddRange(e.Problems.Select(p => new ContentMistake(file.Path, p.Path, p.Code, p.Message)));
        }
        catch (Exception e) when (e is WorkflowDefinitionException or FormDefinitionException)
        {
            mistakes.Add(new ContentMistake(file.Path, "$", "file.unusable", e.Message));
        }

        return null;
    }
}
