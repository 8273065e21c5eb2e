using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data;

namespace WorkflowHost.Content.Publications;

/// <summary>
/// Stands for what a version says, whichever server it stands on: numbers, ids of versions, the order of members and the lists a
/// form takes from its catalogs make no difference. Two servers that had the same version once find it in each other's lineage.
/// </summary>
public static class ContentStamp
{
    private static readonly HashSet<string> OfTheRow = new(StringComparer.Ordinal)
        { "$schema", "id", "version", "isLatest", "isPublished", "createdAt", "toolVersion", "links" };

    public static string Of(ContentKind kind, string json) => Of(kind, JsonNode.Parse(json));

    /// <summary>The stamps of every version published here, newest first, by path.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> LineageAsync(WorkDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var versions = new List<(string Path, ContentKind Kind, int Version, string Json)>();
        versions.AddRange((await db.Plans.AsNoTracking().Where(p => p.Version > 0).ToListAsync(ct)).Select(p => (ContentExport.PlanPath, ContentKind.Plan, p.Version, p.Json)));
        versions.AddRange((await db.Forms.AsNoTracking().Where(f => f.Version > 0).ToListAsync(ct)).Select(f => ($"forms/{f.Key}.json", ContentKind.Form, f.Version, f.Json)));
        versions.AddRange((await db.Definitions.AsNoTracking().Where(d => d.PublishedAt != null).ToListAsync(ct))
            .Select(d => ($"workflows/{d.DefinitionId}.json", ContentKind.Workflow, d.Version, d.Json)));
        foreach (var text in await db.Contents.AsNoTracking().ToListAsync(ct))
        {
            if (ContentExport.PathOf(text.Kind, text.Key) is { } path)
                versions.Add((path, ContentExport.KindOf(path).Kind, text.Version, text.Json));
        }

        return versions.GroupBy(version => version.Path).ToDictionary(
            group => group.Key,
            group => (IReadOnlyList<string>)[.. group.OrderByDescending(version => version.Version).Select(version => Of(version.Kind, version.Json)).Distinct()],
            StringComparer.Ordinal);
    }

    private static string Of(ContentKind kind, JsonNode? node)
    {
        if (kind == ContentKind.Workflow && node is JsonObject definition)
        {
            foreach (var name in OfTheRow)
                definition.Remove(name);
        }

        if (kind == ContentKind.Form)
            FormCatalogs.Empty(node);
        var text = new StringBuilder();
        Write(text, node);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                text.Append('{');
                foreach (var (name, value) in map.OrderBy(member => member.Key, StringComparer.Ordinal))
                {
                    text.Append(name).Append('\u0001');
                    Write(text, value);
                }

                text.Append('}');
                break;
            case JsonArray list:
                text.Append('[');
                foreach (var item in list)
                {
                    Write(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString(ContentJson.Options) ?? "null");
                break;
        }
    }
}
