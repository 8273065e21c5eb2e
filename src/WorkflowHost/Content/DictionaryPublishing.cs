using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>
/// Changes words one by one: two people translating the same form at once keep both their works, and only a word that
/// somebody else changed meanwhile is given back.
/// </summary>
public sealed class DictionaryPublishing(IDbContextFactory<WorkDb> databases, PublishedContent content, TimeProvider clock)
{
    private const int Attempts = 4;

    /// <summary>The changes that were not made because the word is no longer what the person saw.</summary>
    /// <param name="kind"><c>i18n</c> or <c>screen</c>.</param>
    public async Task<IReadOnlyList<DictionaryChange>> SaveAsync(
        string kind, IReadOnlyList<DictionaryChange> changes, string actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var stale = await TryAsync(kind, changes, actor, ct);
                await content.RefreshAsync(ct);
                return stale;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Somebody added the same version first: read theirs and add to it.
            }
        }
    }

    private async Task<IReadOnlyList<DictionaryChange>> TryAsync(
        string kind, IReadOnlyList<DictionaryChange> changes, string actor, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.GetUtcNow();
        var keys = changes.SelectMany(change => new[] { change.Dictionary, change.Language }).Distinct().ToList();
        var stored = await db.Contents.AsNoTracking().Where(c => c.Kind == kind && keys.Contains(c.Key)).ToListAsync(ct);
        var words = stored.GroupBy(text => text.Key).ToDictionary(
            versions => versions.Key,
            versions => JsonSerializer.Deserialize<Dictionary<string, string>>(versions.MaxBy(text => text.Version)!.Json)!);
        var stale = new List<DictionaryChange>();
        var changed = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if ((Word(words, change.Dictionary, change.Id) ?? Word(words, change.Language, change.Id)) != Blank(change.Was))
            {
                stale.Add(change);
                continue;
            }

            Put(words, change);
            changed[change.Dictionary] = changed.GetValueOrDefault(change.Dictionary) + 1;
        }

        var versions = new ContentVersions(db, actor, now);
        foreach (var (key, count) in changed)
        {
            await versions.AddTextAsync(kind, key, JsonSerializer.Serialize(words[key], ContentJson.Options), ct);
            db.Audit.Add(new AuditEntry { At = now, Actor = actor, Action = "words.changed", Subject = kind, SubjectId = $"{key} ({count})" });
        }

        await db.SaveChangesAsync(ct);
        return stale;
    }

    private static string? Word(Dictionary<string, Dictionary<string, string>> words, string key, string id) =>
        words.TryGetValue(key, out var dictionary) ? dictionary.GetValueOrDefault(id) : null;

    private static void Put(Dictionary<string, Dictionary<string, string>> words, DictionaryChange change)
    {
        if (!words.TryGetValue(change.Dictionary, out var dictionary))
            words[change.Dictionary] = dictionary = [];
        if (Blank(change.Text) is { } text)
            dictionary[change.Id] = text;
        else
            dictionary.Remove(change.Id);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
