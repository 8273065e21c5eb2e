using System.Text.Json.Nodes;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>
/// Brings the catalogs that list what the plan lists (<see cref="Plan.CatalogsOf"/>) up to date when a plan is published,
/// and with them the published forms that offer them: a new site stands in every picker at once. Nothing is taken out of a
/// catalog: old answers keep their words. The caller saves.
/// </summary>
internal sealed class PlanCatalogs(WorkDb db, ContentVersions versions)
{
    public async Task FollowAsync(Plan plan, CancellationToken ct)
    {
        var changed = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var (list, catalog) in plan.CatalogsOf)
        {
            var stored = await db.Contents.AsNoTracking().Where(c => c.Kind == ContentVersions.CatalogKind && c.Key == catalog)
                .OrderByDescending(c => c.Version).FirstOrDefaultAsync(ct);
            if (stored is null || JsonNode.Parse(stored.Json) is not JsonArray before)
                continue;
            var after = Followed(before, Entries(plan, list));
            if (JsonNode.DeepEquals(before, after))
                continue;
            changed[catalog] = after;
            await versions.AddTextAsync(ContentVersions.CatalogKind, catalog, after.ToJsonString(), ct);
        }

        if (changed.Count == 0)
            return;
        foreach (var form in await db.Forms.AsNoTracking().Where(f => f.IsPublished).ToListAsync(ct))
        {
            var json = JsonNode.Parse(form.Json);
            FormCatalogs.Inline(json!, changed, form.Key, []); // stored forms are JSON
            if (!JsonNode.DeepEquals(json, JsonNode.Parse(form.Json)))
                await versions.AddFormAsync(FormDefinition.Parse(json!.ToJsonString()), ct);
        }
    }

    private static JsonArray Followed(JsonArray before, IEnumerable<(string Key, LocalizedText Title)> entries)
    {
        var after = (JsonArray)before.DeepClone();
        foreach (var (key, title) in entries)
        {
            var row = after.OfType<JsonObject>().FirstOrDefault(r => (string?)r["value"] == key);
            if (row is null)
                after.Add(new JsonObject { ["value"] = key, ["label"] = title.In("es") });
            else
                row["label"] = title.In("es");
        }

        return after;
    }

    private static IEnumerable<(string Key, LocalizedText Title)> Entries(Plan plan, string list) => list switch
    {
        "sites" => plan.Sites.Select(s => (s.Key, s.Title)),
        "segments" => plan.Segments.Select(s => (s.Key, s.Title)),
        "partners" => plan.Partners.Select(p => (p.Key, p.Title)),
        _ => [],
    };
}
