using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
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
        foreach (var file in files.OrderBy(file => file.Kind))
        {
            var known = hashes.GetValueOrDefault(SettingPrefix + file.Path);
            if (known?.Value == file.Hash)
                continue;
            if (!await TryAddAsync(versions, file, mistakes, ct))
                continue;
            imported.Add(file.Path);
            if (known is null)
                db.Settings.Add(new Setting { Key = SettingPrefix + file.Path, Value = file.Hash, UpdatedAt = now });
            else
                (known.Value, known.UpdatedAt) = (file.Hash, now);
        }

        await db.SaveChangesAsync(ct);
        return (imported, mistakes);
    }

    private async Task<bool> TryAddAsync(
        ContentVersions versions, ContentFile file, List<ContentMistake> mistakes, CancellationToken ct)
    {
        try
        {
            await versions.AddAsync(file, registry, ct);
            return true;
        }
        catch (PlanFormatException e)
        {
            mistakes.AddRange(e.Problems.Select(p => new ContentMistake(file.Path, p.Path, p.Code, p.Message)));
        }
        catch (Exception e) when (e is WorkflowDefinitionException or FormDefinitionException)
        {
            mistakes.Add(new ContentMistake(file.Path, "$", "file.unusable", e.Message));
        }

        return false;
    }
}
