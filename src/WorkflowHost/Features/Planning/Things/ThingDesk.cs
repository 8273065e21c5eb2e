using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Things;

/// <summary>Reads and changes the things of the plan's draft: roles, kinds of cases, partners, indicators.</summary>
public sealed partial class ThingDesk(PlanDrafts drafts, PlanUses uses, PublishedContent content, RolePreviews previews, FactFields fields, CurrentStaff staff)
{
    public async Task<ThingListPage> ListAsync(ThingKind kind, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        var published = Keys(JsonNode.Parse(content.Plan.Json)?[kind.List]);
        return new ThingListPage(kind, draft,
        [
            .. draft.List(kind.List).Select((thing, at) => new ThingRow(
                KeyOf(thing), PlanUses.TitleOf(thing), thing, draft.At($"{kind.List}[{at}]").Count(problem => !problem.IsWarning), !published.Contains(KeyOf(thing)))),
        ]);
    }

    /// <param name="key">Null for a new one.</param>
    /// <param name="like">Key of one whose content a new one begins with, or null.</param>
    public async Task<ThingPage?> OpenAsync(ThingKind kind, string? key, string? like, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        if ((key ?? like) is not { } asked)
            return await PageAsync(kind, draft, [], null, stop);
        if (draft.Find(kind.List, asked) is not { } found)
            return null;
        if (key is not null)
            return await PageAsync(kind, draft, found.Entry, key, stop);

        var copy = (JsonObject)found.Entry.DeepClone();
        copy.Remove("key");
        return await PageAsync(kind, draft, copy, null, stop);
    }

    public async Task<ThingPage?> SaveAsync(ThingKind kind, string? key, string basedOn, IFormCollection entered, CancellationToken stop)
    {
        var form = new PlanForm(entered);
        var draft = await drafts.OpenAsync(stop);
        if (key is not null && draft.Find(kind.List, key) is null)
            return null;

        var fresh = key ?? form.Text("key") ?? "";
        if (key is null && RefusalOf(kind, fresh, draft) is { } refusal)
            return await EnteredAsync(kind, draft, null, form, fresh, refusal, stop);
        var saved = await drafts.ChangeAsync(basedOn, plan => Put(plan, kind, key, fresh, form), staff.UserName, stop);
        return saved switch
        {
            PlanSaved.Kept kept => await PageAsync(kind, kept.Draft, kept.Draft.Find(kind.List, fresh)!.Value.Entry, fresh, stop) with { IsSaved = true },
            PlanSaved.Stale stale => await EnteredAsync(kind, stale.Draft, key, form, fresh, "plan.stale", stop),
            _ => throw new InvalidOperationException($"Unknown answer {saved}."),
        };
    }

    /// <summary>Null when it is gone; otherwise the page that says why it stays.</summary>
    public async Task<ThingPage?> DeleteAsync(ThingKind kind, string key, string basedOn, CancellationToken stop)
    {
        var draft = await drafts.OpenAsync(stop);
        if (draft.Find(kind.List, key) is not { } found)
            return null;
        var page = await PageAsync(kind, draft, found.Entry, key, stop);
        if (page.Uses.Count > 0)
            return page with { Refusal = "plan.inUse" };
        var saved = await drafts.ChangeAsync(basedOn, plan => Remove(plan, kind, key), staff.UserName, stop);
        return saved is PlanSaved.Kept ? null : page with { Refusal = "plan.stale" };
    }

    /// <summary>False when the plan changed meanwhile.</summary>
    public async Task<bool> MoveAsync(ThingKind kind, string key, int by, string basedOn, CancellationToken stop) =>
        await drafts.ChangeAsync(basedOn, plan =>
        {
            if (plan[kind.List] is not JsonArray list || list.FirstOrDefault(one => one is JsonObject thing && KeyOf(thing) == key) is not { } moved)
                return;
            var to = Math.Clamp(list.IndexOf(moved) + by, 0, list.Count - 1);
            list.Remove(moved);
            list.Insert(to, moved);
        }, staff.UserName, stop) is PlanSaved.Kept;

    private async Task<ThingPage> PageAsync(ThingKind kind, PlanDraft draft, JsonObject thing, string? key, CancellationToken stop) =>
        new(kind, draft, thing, key, key is null ? -1 : draft.Find(kind.List, key)?.Index ?? -1, key is null ? [] : await uses.OfAsync(kind.Use, key, draft, stop))
        {
            Role = kind.Use == UseKind.Role ? previews.Of(thing) : null,
            FactFields = kind.Use == UseKind.Indicator ? await fields.OfAsync((string?)thing["fact"], stop) : [],
            Catalogs = [.. content.Current.Catalogs.Keys.Order(StringComparer.Ordinal)],
        };

    // Nothing that was entered is lost: it is shown over the plan as it stands, and saving again saves it.
    private async Task<ThingPage> EnteredAsync(ThingKind kind, PlanDraft draft, string? key, PlanForm form, string fresh, string refusal, CancellationToken stop)
    {
        var thing = key is not null && draft.Find(kind.List, key) is { } found ? (JsonObject)found.Entry.DeepClone() : [];
        if (key is null)
            thing["key"] = fresh;
        kind.Put(form, thing);
        return await PageAsync(kind, draft, thing, key, stop) with { Refusal = refusal };
    }

    private static void Put(JsonObject plan, ThingKind kind, string? key, string fresh, PlanForm form)
    {
        if (plan[kind.List] is not JsonArray list)
            plan[kind.List] = list = [];
        var thing = key is null ? null : list.OfType<JsonObject>().FirstOrDefault(one => KeyOf(one) == key);
        if (thing is null)
            list.Add(thing = new JsonObject { ["key"] = fresh });
        kind.Put(form, thing);
    }

    private static void Remove(JsonObject plan, ThingKind kind, string key)
    {
        if (plan[kind.List] is JsonArray list && list.FirstOrDefault(one => one is JsonObject thing && KeyOf(thing) == key) is { } gone)
            list.Remove(gone);
    }

    private static string? RefusalOf(ThingKind kind, string key, PlanDraft draft) =>
        !KeyShape().IsMatch(key) ? "plan.badKey" : draft.Find(kind.List, key) is not null ? "plan.takenKey" : null;

    private static string KeyOf(JsonObject thing) => thing["key"]?.ToString() ?? "";

    private static HashSet<string> Keys(JsonNode? list) =>
        (list as JsonArray ?? []).OfType<JsonObject>().Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("^[a-z][a-z0-9-]{1,60}$")]
    private static partial Regex KeyShape();
}
