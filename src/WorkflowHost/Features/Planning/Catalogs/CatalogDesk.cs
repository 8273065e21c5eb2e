using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Planning.Things;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Catalogs;

/// <summary>
/// Lists of choices that forms and fields share. A changed list is a draft beside the published one until it is published;
/// then every form that shows it gets a new version, and tasks that are open keep theirs.
/// </summary>
public sealed partial class CatalogDesk(
    WorkDb db, PlanDrafts plans, PlanUses uses, CatalogWords words, CurrentStaff staff, TimeProvider time)
{
    public async Task<CatalogListPage> ListAsync(CancellationToken stop)
    {
        var stored = await StoredAsync(null, stop);
        return new CatalogListPage(
        [
            .. from text in stored
               group text by text.Key into versions
               orderby versions.Key
               let draft = versions.FirstOrDefault(text => text.Kind == ContentVersions.CatalogDraftKind)
               let shown = draft ?? versions.MaxBy(text => text.Version)
               select new CatalogRow(versions.Key, EntriesOf(shown).Count, draft is not null),
        ]);
    }

    public async Task<CatalogPage?> OpenAsync(string name, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(name, stop);
        return (draft ?? published) is { } shown ? await PageAsync(name, published, draft, EntriesOf(shown), stop) : null;
    }

    /// <summary>A new, empty list. False when the name is malformed or taken.</summary>
    public async Task<bool> CreateAsync(string name, CancellationToken stop)
    {
        if (!NameShape().IsMatch(name) || await VersionsAsync(name, stop) is not (null, null))
            return false;
        await KeepAsync(name, null, [], stop);
        var plan = await plans.OpenAsync(stop);
        await plans.ChangeAsync(plan.Base, json =>
        {
            if (json["catalogs"] is JsonArray known && known.All(one => one?.ToString() != name))
                known.Add(name);
        }, staff.UserName, stop);
        return true;
    }

    /// <summary>Keeps what was entered as the draft; null when there is no such list.</summary>
    public async Task<CatalogPage?> SaveAsync(string name, string? basedOn, IReadOnlyList<CatalogEntry> entered, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(name, stop);
        if ((draft ?? published) is not { } shown)
            return null;
        var known = EntriesOf(shown);
        var problems = CatalogCheck.Of(entered, PublishedValues(published));
        if (problems.Count > 0 || basedOn != BaseOf(published, draft))
        {
            return await PageAsync(name, published, draft, known, stop) with
            {
                Entries = entered, Problems = problems, Refusal = problems.Count > 0 ? "plan.catalogs.problems" : "plan.stale",
            };
        }

        var stale = await words.SaveAsync(entered, staff.UserName, stop);
        var fresh = await KeepAsync(name, draft, Merge(entered, known), stop);
        return await PageAsync(name, published, fresh, EntriesOf(fresh), stop) with { IsSaved = true, StaleWords = stale };
    }

    /// <summary>Throws the draft away. False when it is not the one the person saw.</summary>
    public async Task<bool> DropAsync(string name, string? basedOn, CancellationToken stop)
    {
        var (published, draft) = await VersionsAsync(name, stop);
        return draft is not null && basedOn == BaseOf(published, draft)
            && await db.Contents.Where(text => text.Id == draft.Id).ExecuteDeleteAsync(stop) > 0;
    }

    private async Task<CatalogPage> PageAsync(string name, StoredContent? published, StoredContent? draft, List<JsonObject> entries, CancellationToken stop)
    {
        var inForce = PublishedValues(published);
        return new CatalogPage(
            name, BaseOf(published, draft), draft is not null, [.. entries.Select(words.EntryOf)], inForce,
            await uses.OfAsync(UseKind.Catalog, name, await plans.OpenAsync(stop), stop));
    }

    private async Task<StoredContent> KeepAsync(string name, StoredContent? draft, JsonArray entries, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var fresh = new StoredContent
        {
            Kind = ContentVersions.CatalogDraftKind, Key = name, Version = 1, Json = ContentText.Of(entries), CreatedAt = now, CreatedBy = staff.UserName,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (draft is not null)
            await db.Contents.Where(text => text.Id == draft.Id).ExecuteDeleteAsync(stop);
        db.Contents.Add(fresh);
        db.Audit.Add(new AuditEntry { At = now, Actor = staff.UserName, Action = "catalog.drafted", Subject = "catalog", SubjectId = name });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return fresh;
    }

    // What an entry says besides value and label stays with its value.
    private static JsonArray Merge(IReadOnlyList<CatalogEntry> entered, List<JsonObject> known)
    {
        var before = known.DistinctBy(entry => entry["value"]?.ToString()).ToDictionary(entry => entry["value"]?.ToString() ?? "", StringComparer.Ordinal);
        var merged = new JsonArray();
        foreach (var entry in entered)
        {
            var json = before.TryGetValue(entry.Value, out var was) ? (JsonObject)was.DeepClone() : new JsonObject { ["value"] = entry.Value };
            json["label"] = entry.Label;
            if (entry.IsRetired)
                json["retired"] = true;
            else
                json.Remove("retired");
            merged.Add(json);
        }

        return merged;
    }

    private async Task<(StoredContent? Published, StoredContent? Draft)> VersionsAsync(string name, CancellationToken stop)
    {
        var stored = await StoredAsync(name, stop);
        return (
            stored.Where(text => text.Kind == ContentVersions.CatalogKind).MaxBy(text => text.Version),
            stored.Find(text => text.Kind == ContentVersions.CatalogDraftKind));
    }

    private Task<List<StoredContent>> StoredAsync(string? name, CancellationToken stop) => db.Contents.AsNoTracking()
        .Where(text => text.Kind == ContentVersions.CatalogKind || text.Kind == ContentVersions.CatalogDraftKind)
        .Where(text => name == null || text.Key == name)
        .ToListAsync(stop);

    private static HashSet<string> PublishedValues(StoredContent? published) =>
        published is null ? [] : EntriesOf(published).Select(entry => entry["value"]?.ToString() ?? "").ToHashSet(StringComparer.Ordinal);

    private static List<JsonObject> EntriesOf(StoredContent? stored) =>
        stored is not null && JsonNode.Parse(stored.Json) is JsonArray list ? [.. list.OfType<JsonObject>()] : [];

    private static string BaseOf(StoredContent? published, StoredContent? draft) => $"{published?.Version ?? 0}:{draft?.Id.ToString() ?? "-"}";

    [GeneratedRegex("^[a-z][a-z0-9-]{1,60}$")]
    private static partial Regex NameShape();
}
