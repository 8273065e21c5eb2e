using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Features.Shared.Languages;
using WorkflowHost.Features.Shared.Staff;

namespace WorkflowHost.Features.Planning.Versions;

/// <summary>The versions of the plan, what differs between two of them, and the way back to one.</summary>
public sealed class PlanHistory(WorkDb db, PlanDrafts drafts, CurrentStaff staff)
{
    /// <summary>Newest first, the draft before all. Each is compared with the one before it, unless two are asked for.</summary>
    /// <param name="from">Version to compare with another, or null.</param>
    /// <param name="to">The other; 0 is the draft.</param>
    public async Task<PlanVersionsPage> OpenAsync(int? from, int? to, CancellationToken stop)
    {
        var stored = await db.Plans.AsNoTracking().ToListAsync(stop);
        var ordered = stored.OrderBy(plan => plan.Version == PlanDrafts.DraftVersion ? int.MaxValue : plan.Version).ToList();
        var published = ordered.Find(plan => plan.IsPublished);
        var rows = new List<PlanVersionRow>();
        for (var i = 0; i < ordered.Count; i++)
        {
            // The draft began with what is published, which need not be the version before it.
            var before = ordered[i].Version == PlanDrafts.DraftVersion ? published : i == 0 ? null : ordered[i - 1];
            rows.Add(new PlanVersionRow(
                ordered[i].Version, ordered[i].CreatedAt, ordered[i].CreatedBy, ordered[i].IsPublished,
                before is null ? null : Differences(before, ordered[i])));
        }

        rows.Reverse();
        var compared = ordered.Find(plan => plan.Version == from) is { } one && ordered.Find(plan => plan.Version == to) is { } other
            ? Differences(one, other)
            : null;
        return new PlanVersionsPage(rows, (await drafts.OpenAsync(stop)).Base, from, to, compared);
    }

    /// <summary>Makes a published version the draft. Null when there is none; false when the plan changed meanwhile.</summary>
    public async Task<bool?> ReturnAsync(int version, string basedOn, CancellationToken stop)
    {
        var stored = await db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Version == version && version != PlanDrafts.DraftVersion, stop);
        if (stored is null)
            return null;
        return await drafts.ChangeAsync(basedOn, plan =>
        {
            plan.Clear();
            foreach (var (name, value) in Parse(stored))
                plan[name] = value?.DeepClone();
        }, staff.UserName, stop) is PlanSaved.Kept;
    }

    private static IReadOnlyList<PlanChange> Differences(StoredPlan before, StoredPlan after) =>
        PlanDifference.Between(Parse(before), Parse(after), ScreenLanguages.Current.Tag);

    private static JsonObject Parse(StoredPlan plan) => (JsonObject)JsonNode.Parse(plan.Json)!;
}
