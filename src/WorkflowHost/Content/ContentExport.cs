using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

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
        foreach (var workflow in await db.Definitions.AsNoTracking().Where(definition => definition.IsPublished).ToListAsync(ct))
            files.Add(($"workflows/{workflow.DefinitionId}.json", Workflow(workflow)));
        var texts = (await db.Contents.AsNoTracking().ToListAsync(ct))
            .GroupBy(text => (text.Kind, text.Key)).Select(versions => versions.MaxBy(text => text.Version)!).ToList();
        var catalogs = texts.Where(text => text.Kind == ContentVersions.CatalogKind)
            .ToDictionary(text => text.Key, text => (JsonArray)Parse(text.Json), StringComparer.Ordinal);
        foreach (var form in await db.Forms.AsNoTracking().Where(form => form.IsPublished).ToListAsync(ct))
        {
            var content = Parse(form.Json);
            FormCatalogs.Outline(content, catalogs);
            files.Add(($"forms/{form.Key}.json", content));
        }

        files.AddRange(texts.Where(text => Folder(text.Kind) is not null).Select(text => ($"forms/{Folder(text.Kind)}/{text.Key}.json", Parse(text.Json))));
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => (file.Path, ContentText.Of(file.Content)))];
    }

    // What the server stamps on a version says nothing to another server.
    internal static JsonNode Workflow(StoredDefinition stored)
    {
        var json = (JsonObject)Parse(stored.Json);
        json["id"] = $"{stored.DefinitionId}-v{stored.Version}";
        json.Remove("createdAt");
        return json;
    }

    private static string? Folder(string kind) => kind switch
    {
        ContentVersions.CatalogKind => "catalogs",
        ContentVersions.DictionaryKind => "i18n",
        ContentVersions.ScreenKind => "screens",
        ContentVersions.ExampleKind => "examples",
        _ => null,
    };

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
