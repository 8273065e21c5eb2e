using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Audit;
using WorkflowHost.Cases.Plans;
using WorkflowHost.Data;

namespace WorkflowHost.Content;

/// <summary>
/// The one draft of the plan, kept as version 0 beside the published versions. A draft may hold mistakes; publishing may
/// not. Members that no page knows stay as they are.
/// </summary>
public sealed class PlanDrafts(WorkDb db, TimeProvider clock)
{
    public const int DraftVersion = 0;

    public async Task<PlanDraft> OpenAsync(CancellationToken ct) => Shown(await ReadAsync(ct));

    /// <summary>Changes the plan that <paramref name="basedOn"/> stands for. The change works on a tree of its own.</summary>
    /// <param name="basedOn"><see cref="PlanDraft.Base"/> of what the person saw.</param>
    public async Task<PlanSaved> ChangeAsync(string basedOn, Action<JsonObject> change, string actor, CancellationToken ct)
    {
        var (published, draft) = await ReadAsync(ct);
        if (BaseOf(published, draft) != basedOn)
            return new PlanSaved.Stale(Shown((published, draft)));

        var json = Parse(draft ?? published);
        change(json);
        var now = clock.GetUtcNow();
        var fresh = new StoredPlan
        {
            Key = published.Key, Version = DraftVersion, Json = ContentText.Of(json), CreatedAt = now, CreatedBy = actor,
        };
        return await ReplaceAsync(draft, fresh, "plan.drafted", actor, now, ct)
            ? new PlanSaved.Kept(Shown((published, fresh)))
            : new PlanSaved.Stale(await OpenAsync(ct));
    }

    /// <summary>Throws the draft away. False when it is not the one the person saw.</summary>
    public async Task<bool> DropAsync(string basedOn, string actor, CancellationToken ct)
    {
        var (published, draft) = await ReadAsync(ct);
        return draft is not null && BaseOf(published, draft) == basedOn
            && await ReplaceAsync(draft, null, "plan.draft-dropped", actor, clock.GetUtcNow(), ct);
    }

    private async Task<bool> ReplaceAsync(
        StoredPlan? draft, StoredPlan? fresh, string action, string actor, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (draft is not null && await db.Plans.Where(p => p.Id == draft.Id).ExecuteDeleteAsync(ct) == 0)
            return false;
        if (fresh is not null)
            db.Plans.Add(fresh);
        db.Audit.Add(new AuditEntry { At = now, Actor = actor, Action = action, Subject = "plan", SubjectId = (fresh ?? draft)?.Key ?? "" });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            // Two first changes at once: there is one draft, and the other one is it.
            db.ChangeTracker.Clear();
            return false;
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<(StoredPlan Published, StoredPlan? Draft)> ReadAsync(CancellationToken ct)
    {
        var plans = await db.Plans.AsNoTracking().Where(p => p.IsPublished || p.Version == DraftVersion).ToListAsync(ct);
        var published = plans.Find(p => p.IsPublished)
            ?? throw new InvalidOperationException("No plan is published: workflows/plan.json could not be imported.");
        return (published, plans.Find(p => p.Version == DraftVersion));
    }

    private static PlanDraft Shown((StoredPlan Published, StoredPlan? Draft) plans)
    {
        var shown = plans.Draft ?? plans.Published;
        return new PlanDraft(
            Parse(shown), BaseOf(plans.Published, plans.Draft), PlanLint.Check(shown.Json), plans.Draft?.CreatedBy, plans.Draft?.CreatedAt);
    }

    private static string BaseOf(StoredPlan published, StoredPlan? draft) => $"{published.Version}:{draft?.Id.ToString() ?? "-"}";

    private static JsonObject Parse(StoredPlan plan) => (JsonObject)JsonNode.Parse(plan.Json)!;
}
