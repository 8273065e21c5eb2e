using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Content;

/// <summary>What is published, as the files it would be shipped in.</summary>
public static class ContentExport
{
    public const string PlanPath = "workflows/plan.json";

    /// <summary>Path below the content root (<c>workflows/…</c>, <c>forms/…</c>) and text, by path.</summary>
    public static async Task<IReadOnlyList<(string Path, string Text)>> ReadAsync(WorkDb db, CancellationToken ct)
    {
        var files = new List<(string Path, JsonNode Content)>();
        foreach (var plan in await db.Plans.AsNoTracking().Where(plan => plan.IsPublished).ToListAsync(ct))
            files.Add((PlanPath, Parse(plan.Json)));
        var earlierWorkflows = await FirstWorkflowsAsync(db, ct);
        foreach (var workflow in await db.Definitions.AsNoTracking().Where(definition => definition.IsPublished).ToListAsync(ct))
            files.Add(($"workflows/{workflow.DefinitionId}.json", Ordered(earlierWorkflows, workflow.DefinitionId, Workflow(workflow))));
        var texts = (await db.Contents.AsNoTracking().ToListAsync(ct))
            .GroupBy(text => (text.Kind, text.Key)).Select(versions => versions.MaxBy(text => text.Version)!)
            .Where(text => text.Json != ContentVersions.Gone).ToList();
        var catalogs = texts.Where(text => text.Kind == ContentVersions.CatalogKind)
            .ToDictionary(text => text.Key, text => (JsonArray)Parse(text.Json), StringComparer.Ordinal);
        var earlierForms = await FirstFormsAsync(db, ct);
        foreach (var form in await db.Forms.AsNoTracking().Where(form => form.IsPublished).ToListAsync(ct))
        {
            var content = Parse(form.Json);
            FormCatalogs.Outline(content, catalogs);
            files.Add(($"forms/{form.Key}.json", Ordered(earlierForms, form.Key, content)));
        }

        files.AddRange(texts.Where(text => Folder(text.Kind) is not null).Select(text => ($"{Folder(text.Kind)}/{text.Key}.json", Parse(text.Json))));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, ContentText.Of(file.Content)))];
    }

    /// <summary>One version as the file it would be; null when it is not kept any more.</summary>
    public static async Task<string?> ReadVersionAsync(WorkDb db, ContentKind kind, string key, int version, CancellationToken ct)
    {
        var stored = StoredKind(kind);
        var node = kind switch
        {
            ContentKind.Plan => Node((await db.Plans.AsNoTracking().FirstOrDefaultAsync(plan => plan.Version == version, ct))?.Json),
            ContentKind.Workflow => await db.Definitions.AsNoTracking().FirstOrDefaultAsync(d => d.DefinitionId == key && d.Version == version, ct) is { } workflow
                ? Workflow(workflow)
                : null,
            ContentKind.Form => Node((await db.Forms.AsNoTracking().FirstOrDefaultAsync(form => form.Key == key && form.Version == version, ct))?.Json),
            _ => Node((await db.Contents.AsNoTracking().FirstOrDefaultAsync(text => text.Kind == stored && text.Key == key && text.Version == version, ct))?.Json),
        };
        if (kind == ContentKind.Form)
            FormCatalogs.Outline(node, await ReadCatalogsAsync(db, ct));
        return node is null ? null : ContentText.Of(node);
    }

    /// <summary>What is in force under a key as it is stored, and its number; nulls when nothing is.</summary>
    internal static async Task<(int? Version, string? Json)> InForceAsync(WorkDb db, ContentKind kind, string key, CancellationToken ct)
    {
        var stored = StoredKind(kind);
        return kind switch
        {
            ContentKind.Plan => await db.Plans.AsNoTracking().FirstOrDefaultAsync(p => p.IsPublished, ct) is { } plan ? (plan.Version, plan.Json) : (null, null),
            ContentKind.Workflow => await db.Definitions.AsNoTracking().FirstOrDefaultAsync(d => d.DefinitionId == key && d.IsPublished, ct) is { } workflow
                ? (workflow.Version, workflow.Json)
                : (null, null),
            ContentKind.Form => await db.Forms.AsNoTracking().FirstOrDefaultAsync(f => f.Key == key && f.IsPublished, ct) is { } form ? (form.Version, form.Json) : (null, null),
            _ => await db.Contents.AsNoTracking().Where(c => c.Kind == stored && c.Key == key).OrderByDescending(c => c.Version).FirstOrDefaultAsync(ct) is { Json: not ContentVersions.Gone } text
                ? (text.Version, text.Json)
                : (null, null),
        };
    }

    /// <summary>Where a stored text is exported to; null for what is never exported.</summary>
    internal static string? PathOf(string kind, string key) => Folder(kind) is { } folder ? $"{folder}/{key}.json" : null;

    /// <summary>What a file of that path holds, by its folder, and the key its name is.</summary>
    public static (ContentKind Kind, string Key) KindOf(string path)
    {
        var key = Path.GetFileNameWithoutExtension(path);
        var folder = Path.GetDirectoryName(path)?.Replace('\\', '/');
        return folder switch
        {
            "workflows" => (path == PlanPath ? ContentKind.Plan : ContentKind.Workflow, key),
            "forms" => (ContentKind.Form, key),
            _ => (Enum.GetValues<ContentKind>().FirstOrDefault(kind => Folder(StoredKind(kind)) is { } name && folder == name, ContentKind.Form), key),
        };
    }

    // The first version is the file as a person wrote it, or as it came from elsewhere: its order of members is kept.
    private static async Task<Dictionary<string, string>> FirstFormsAsync(WorkDb db, CancellationToken ct) =>
        await db.Forms.AsNoTracking()
            .Where(form => form.Version > 0 && !form.IsPublished && !db.Forms.Any(other => other.Key == form.Key && other.Version > 0 && other.Version < form.Version))
            .ToDictionaryAsync(form => form.Key, form => form.Json, ct);

    private static async Task<Dictionary<string, string>> FirstWorkflowsAsync(WorkDb db, CancellationToken ct) =>
        await db.Definitions.AsNoTracking()
            .Where(d => d.PublishedAt != null && !d.IsPublished
                && !db.Definitions.Any(other => other.DefinitionId == d.DefinitionId && other.PublishedAt != null && other.Version < d.Version))
            .ToDictionaryAsync(d => d.DefinitionId, d => d.Json, ct);

    private static JsonNode Ordered(Dictionary<string, string> earlier, string key, JsonNode now) =>
        earlier.TryGetValue(key, out var first) ? ContentOrder.Like(Parse(first), now)! : now; // an object stays one

    private static string StoredKind(ContentKind kind) => kind switch
    {
        ContentKind.Catalog => ContentVersions.CatalogKind,
        ContentKind.Dictionary => ContentVersions.DictionaryKind,
        ContentKind.Screen => ContentVersions.ScreenKind,
        ContentKind.Example => ContentVersions.ExampleKind,
        ContentKind.Preset => ContentVersions.PresetKind,
        ContentKind.Fragment => ContentVersions.FragmentKind,
        ContentKind.CaseExample => ContentVersions.CaseExampleKind,
        _ => "",
    };

    private static async Task<Dictionary<string, JsonArray>> ReadCatalogsAsync(WorkDb db, CancellationToken ct) =>
        (await db.Contents.AsNoTracking().Where(text => text.Kind == ContentVersions.CatalogKind).ToListAsync(ct))
            .GroupBy(text => text.Key)
            .ToDictionary(versions => versions.Key, versions => (JsonArray)Parse(versions.MaxBy(text => text.Version)!.Json), StringComparer.Ordinal);

    private static JsonNode? Node(string? json) => json is null ? null : Parse(json);

    // What the server stamps on a version says nothing to another server.
    internal static JsonNode Workflow(StoredDefinition stored)
    {
        var json = (JsonObject)Parse(stored.Json);
        json["id"] = $"{stored.DefinitionId}-v{stored.Version}";
        json.Remove("createdAt");
        json["isLatest"] = true;
        json["isPublished"] = true;
        if (!json.ContainsKey("$schema"))
            json.Insert(0, "$schema", WorkflowDefinition.Schema);
        return json;
    }

    private static string? Folder(string kind) => kind switch
    {
        ContentVersions.CatalogKind => "forms/catalogs",
        ContentVersions.DictionaryKind => "forms/i18n",
        ContentVersions.ScreenKind => "forms/screens",
        ContentVersions.ExampleKind => "forms/examples",
        ContentVersions.PresetKind => "forms/presets",
        ContentVersions.FragmentKind => "workflows/fragments",
        ContentVersions.CaseExampleKind => "workflows/examples",
        _ => null,
    };

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
