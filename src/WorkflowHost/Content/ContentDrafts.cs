using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>
/// Everything that is drafted, wherever its page keeps it: forms and the plan as version 0, processes as Elsa's latest
/// unpublished version, catalogs beside the published ones.
/// </summary>
public sealed class ContentDrafts(WorkDb db)
{
    /// <summary>All drafts, in the order their files are published in.</summary>
    public async Task<IReadOnlyList<ContentDraft>> ListAsync(CancellationToken ct)
    {
        var catalogs = await PublishedCatalogsAsync(ct);
        var drafts = new List<ContentDraft>();
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.Version == PlanDrafts.DraftVersion).ToListAsync(ct))
        {
            drafts.Add(new ContentDraft(
                ContentKind.Plan, plan.Key, ContentExport.PlanPath, TitleOf(plan), Text(Parse(plan.Json)), plan.Id.ToString(), plan.CreatedBy, plan.CreatedAt));
        }

        foreach (var catalog in await db.Contents.AsNoTracking().Where(c => c.Kind == ContentVersions.CatalogDraftKind).ToListAsync(ct))
        {
            catalogs[catalog.Key] = (JsonArray)Parse(catalog.Json);
            drafts.Add(new ContentDraft(
                ContentKind.Catalog, catalog.Key, $"forms/catalogs/{catalog.Key}.json", catalog.Key, Text(Parse(catalog.Json)),
                catalog.Id.ToString(), catalog.CreatedBy, catalog.CreatedAt));
        }

        foreach (var form in await db.Forms.AsNoTracking().Where(f => f.Version == 0).OrderBy(f => f.Key).ToListAsync(ct))
        {
            var json = Parse(form.Json);
            FormCatalogs.Outline(json, catalogs);
            drafts.Add(new ContentDraft(
                ContentKind.Form, form.Key, $"forms/{form.Key}.json", form.Title, Text(json), form.Id.ToString(), form.CreatedBy, form.CreatedAt));
        }

        // A retracted version was published once: it waits for nobody.
        var processes = await db.Definitions.AsNoTracking()
            .Where(d => d.IsLatest && !d.IsPublished && d.PublishedAt == null)
            .OrderBy(d => d.DefinitionId)
            .ToListAsync(ct);
        drafts.AddRange(processes.Select(process => new ContentDraft(
            ContentKind.Workflow, process.DefinitionId, $"workflows/{process.DefinitionId}.json", process.Name ?? process.DefinitionId,
            Text(ContentExport.Workflow(process)), StampOf(process), process.CreatedBy, process.CreatedAt)));
        return [.. drafts.OrderBy(draft => draft.Kind)];
    }

    /// <summary>What is published as files by path, with drafts laid over.</summary>
    /// <param name="paths">Which drafts; null for all.</param>
    public async Task<IReadOnlyDictionary<string, string>> FilesAsync(IReadOnlySet<string>? paths, CancellationToken ct)
    {
        var files = (await ContentExport.ReadAsync(db, ct)).ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        foreach (var draft in (await ListAsync(ct)).Where(draft => paths is null || paths.Contains(draft.Path)))
            files[draft.Path] = draft.Text;
        return files;
    }

    private async Task<Dictionary<string, JsonArray>> PublishedCatalogsAsync(CancellationToken ct) =>
        (await db.Contents.AsNoTracking().Where(c => c.Kind == ContentVersions.CatalogKind).ToListAsync(ct))
            .GroupBy(c => c.Key)
            .ToDictionary(versions => versions.Key, versions => (JsonArray)Parse(versions.MaxBy(c => c.Version)!.Json), StringComparer.Ordinal);

    // A process draft is written into as Studio saves: its row stays, its text does not.
    private static string StampOf(StoredDefinition process) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(process.Id + process.Json)))[..16];

    private static string TitleOf(StoredPlan stored) => Parse(stored.Json)["title"] switch
    {
        JsonObject title => (string?)title["es"] ?? stored.Key,
        JsonValue title => title.ToString(),
        _ => stored.Key,
    };

    private static string Text(JsonNode node) => ContentText.Of(node);

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
