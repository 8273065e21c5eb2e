using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Cases.Sites;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Places;

/// <summary>Reads and changes the sites of the plan's draft.</summary>
public sealed class PlaceDesk(
    WorkDb db, PlanDrafts drafts, PublishedContent content, CurrentStaff staff, PlaceUse use, IStringLocalizer<Texts> texts)
{
    private const string List = "sites";

    public static Plan PlanOf(PlanDraft draft) =>
        Plan.ReadDraft(draft.Json.ToJsonString()) ?? throw new InvalidOperationException("A draft is always a JSON object.");

    public async Task<PlacesPage> ReadAsync(CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var plan = PlanOf(draft);
        var taken = await db.Pools.AsNoTracking().GroupBy(p => p.SiteKey).ToDictionaryAsync(g => g.Key, g => g.Sum(p => p.Taken), stop);
        return new PlacesPage(draft, plan,
        [
            .. plan.Sites.Select((site, i) => new PlaceRow(
                site, SiteLimits.Of(plan, site), taken.GetValueOrDefault(site.Key), content.Plan.FindSite(site.Key) is null,
                [.. draft.At($"{List}[{i}]").Where(p => !p.IsWarning).Select(PlacePage.Say).Distinct()])),
        ]);
    }

    /// <summary>The form of a site; without a key of a new one, filled like <paramref name="from"/>. Null when there is no such site.</summary>
    public async Task<PlacePage?> OpenAsync(string? key, string? from, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var plan = PlanOf(draft);
        if (key is null)
        {
            var model = from is null ? null : plan.FindSite(from);
            var fresh = model is null ? new SiteInput() : SiteJson.Read(model);
            fresh.Key = null;
            fresh.BasedOn = draft.Base;
            if (model is not null)
            {
                fresh.Title = fresh.Title.ToDictionary(t => t.Key, t => (string?)texts["rules.copyOf", t.Value ?? ""].Value);
                fresh.OverCapacityReason = [];
            }

            return new PlacePage(fresh, plan, null, [], new Dictionary<string, int>());
        }

        if (draft.Find(List, key) is not { } found)
            return null;
        var input = SiteJson.Read(plan.Sites[found.Index]);
        input.BasedOn = draft.Base;
        return await ShownAsync(input, plan, Below(draft, found.Index), stop);
    }

    public async Task<PlacePage> SaveAsync(SiteInput input, CancellationToken stop)
    {
        var key = input.Key;
        var saved = await drafts.ChangeAsync(input.BasedOn ?? "", json =>
        {
            var sites = ListOf(json, List);
            var site = sites.OfType<JsonObject>().FirstOrDefault(s => (string?)s["key"] == key);
            if (site is null)
            {
                key = PlanKeys.Fresh(input.Title.GetValueOrDefault("es"), "centro", Keys(sites));
                site = new JsonObject { ["key"] = key };
                sites.Add(site);
            }

            SiteJson.Write(input, site, Plan.ReadDraft(json.ToJsonString())!); // a JSON object always reads
        }, staff.UserName, stop);
        if (saved is PlanSaved.Stale stale)
        {
            input.BasedOn = stale.Draft.Base;
            return await ShownAsync(input, PlanOf(stale.Draft), [], stop) with { IsStale = true };
        }

        var draft = ((PlanSaved.Kept)saved).Draft;
        input.Key = key;
        input.BasedOn = draft.Base;
        return await ShownAsync(input, PlanOf(draft), Below(draft, draft.Find(List, key!)!.Value.Index), stop) with { IsKept = true }; // just written
    }

    /// <summary>Deletes a site, segment or feature that nothing uses. The page says what uses it otherwise; null when done.</summary>
    public async Task<PlacesPage?> DeleteAsync(string list, string key, string basedOn, CancellationToken stop)
    {
        var plan = PlanOf(await drafts.OpenAsync(stop));
        var uses = list switch
        {
            List => await use.OfSiteAsync(plan, key, stop),
            "segments" => await use.OfSegmentAsync(plan, key, stop),
            _ => use.OfFeature(plan, key),
        };
        if (uses.Count > 0)
            return await ReadAsync(stop) with { InUse = uses, Kept = TitleOf(plan, list, key) };
        return await ChangeAsync(basedOn, json =>
        {
            var entries = ListOf(json, list);
            if (entries.OfType<JsonObject>().FirstOrDefault(e => (string?)e["key"] == key) is { } entry)
                entries.Remove(entry);
            foreach (var site in ListOf(json, List).OfType<JsonObject>())
                (site[list == "segments" ? "capacity" : "features"] as JsonObject)?.Remove(key);
        }, stop) ? null : await ReadAsync(stop) with { IsStale = true };
    }

    /// <summary>Adds an entry to a list or names one anew. Null when done.</summary>
    public async Task<PlacesPage?> NameAsync(string list, NamedInput input, CancellationToken stop) =>
        await ChangeAsync(input.BasedOn ?? "", json =>
        {
            var entries = ListOf(json, list);
            var entry = entries.OfType<JsonObject>().FirstOrDefault(e => (string?)e["key"] == input.Key);
            if (entry is null)
            {
                entry = new JsonObject { ["key"] = PlanKeys.Fresh(input.Title.GetValueOrDefault("es"), "nuevo", Keys(entries)) };
                entries.Add(entry);
                if (list == "siteFeatures")
                    entry["type"] = input.Type is "number" or "text" ? input.Type : "boolean";
                if (list == "siteFeatures" && !string.IsNullOrWhiteSpace(input.Unit))
                    entry["unit"] = input.Unit.Trim();
            }

            entry["title"] = SiteJson.Languages(input.Title, entry["title"]);
        }, stop) ? null : await ReadAsync(stop) with { IsStale = true };

    /// <summary>Moves a segment or a site up or down. Null when done.</summary>
    public async Task<PlacesPage?> MoveAsync(string list, string key, bool up, string basedOn, CancellationToken stop) =>
        await ChangeAsync(basedOn, json =>
        {
            var entries = ListOf(json, list);
            var at = entries.OfType<JsonObject>().ToList().FindIndex(e => (string?)e["key"] == key);
            var to = up ? at - 1 : at + 1;
            if (at < 0 || to < 0 || to >= entries.Count)
                return;
            var entry = entries[at];
            entries.RemoveAt(at);
            entries.Insert(to, entry);
        }, stop) ? null : await ReadAsync(stop) with { IsStale = true };

    /// <summary>Sets the general ratios. Null when done.</summary>
    public async Task<PlacesPage?> SetRatiosAsync(Dictionary<string, decimal?> ratios, string basedOn, CancellationToken stop) =>
        await ChangeAsync(basedOn, json =>
        {
            foreach (var limit in ListOf(json, "capacityLimits").OfType<JsonObject>())
            {
                if (ratios.GetValueOrDefault((string?)limit["key"] ?? "") is > 0 and var ratio)
                    limit["ratio"] = ratio;
            }
        }, stop) ? null : await ReadAsync(stop) with { IsStale = true };

    private async Task<bool> ChangeAsync(string basedOn, Action<JsonObject> change, CancellationToken stop) =>
        await drafts.ChangeAsync(basedOn, change, staff.UserName, stop) is PlanSaved.Kept;

    private async Task<PlacePage> ShownAsync(SiteInput input, Plan plan, IReadOnlyList<PlanProblem> problems, CancellationToken stop)
    {
        var taken = await db.Pools.AsNoTracking().Where(p => p.SiteKey == input.Key).ToDictionaryAsync(p => p.Segment, p => p.Taken, stop);
        var site = input.Key is null ? null : plan.FindSite(input.Key);
        return new PlacePage(input, plan, site is null ? null : SiteLimits.Of(plan, site), problems, taken);
    }

    private static string TitleOf(Plan plan, string list, string key) => (list switch
    {
        List => plan.FindSite(key)?.Title,
        "segments" => plan.FindSegment(key)?.Title,
        _ => plan.SiteFeatures.FirstOrDefault(f => f.Key == key)?.Title,
    })?.In(ScreenLanguages.Current.Tag) ?? key;

    private static List<PlanProblem> Below(PlanDraft draft, int index)
    {
        var path = $"{List}[{index}]";
        return [.. draft.At(path).Select(p => p with { Path = p.Path.Length > path.Length ? p.Path[(path.Length + 1)..] : "" })];
    }

    private static HashSet<string?> Keys(JsonArray entries) => entries.OfType<JsonObject>().Select(e => (string?)e["key"]).ToHashSet();

    private static JsonArray ListOf(JsonObject plan, string name)
    {
        if (plan[name] is JsonArray list)
            return list;
        plan[name] = list = [];
        return list;
    }
}
