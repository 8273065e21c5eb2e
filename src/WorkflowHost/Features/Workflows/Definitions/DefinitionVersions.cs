using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Content.Publications;
using WorkflowHost.Data;
using WorkflowHost.Features.Workflows.Wire;

namespace WorkflowHost.Features.Workflows.Definitions;

/// <summary>
/// The versions of a definition and what may become of them (elsa-studio-contract 4.6). A published version never
/// changes: saving it makes a draft with the next number. Each method is one transaction.
/// </summary>
public sealed class DefinitionVersions(
    WorkDb db, DefinitionDocument document, SaveGuard guard, StaleSaves stale, PublicationCheck check, Publication publication,
    PublishedContent published)
{
    public IQueryable<StoredDefinition> All => db.Definitions.AsNoTracking();

    /// <summary>The version that is meant, the newest if several are; null when there is none.</summary>
    public async Task<StoredDefinition?> FindAsync(string definitionId, string? versionOptions, CancellationToken ct) =>
        await All.Where(d => d.DefinitionId == definitionId)
            .Where(VersionSelection.Parse(versionOptions))
            .OrderByDescending(d => d.Version)
            .FirstOrDefaultAsync(ct);

    public async Task<StoredDefinition?> FindVersionAsync(string versionId, CancellationToken ct) =>
        await All.FirstOrDefaultAsync(d => d.Id == versionId, ct);

    /// <summary>Saves what Studio or an import sends: into the draft, or as a new draft when the latest version is published.</summary>
    /// <param name="isImport">An import replaces the whole on purpose; the guard against an empty canvas is for the editor.</param>
    /// <param name="origin">What the save began from; one that somebody overtook is refused.</param>
    public async Task<DefinitionChange> SaveAsync(JsonObject model, bool publish, bool isImport, SaveOrigin origin, CancellationToken ct)
    {
        var definitionId = model.Text("definitionId") is { Length: > 0 } given ? given : ProcessVersions.NewId();
        var versions = await VersionsAsync(definitionId, ct);
        var latest = versions.Find(v => v.IsLatest);
        if (latest is not null && DefinitionDocument.IsReadonly(StudioJson.ParseObject(latest.Json)))
            return DefinitionChange.Refused("Este proceso es de solo lectura.");

        var problems = new List<string>();
        var name = model.Text("name")?.Trim();
        if (string.IsNullOrEmpty(name))
            problems.Add("El proceso necesita un nombre.");
        var storedRoot = latest is null || isImport ? null : DefinitionDocument.RootOf(StudioJson.ParseObject(latest.Json));
        problems.AddRange(guard.Check(storedRoot, DefinitionDocument.RootOf(model)));
        if (problems.Count > 0)
            return new DefinitionChange(null, problems);

        var content = document.FromModel(model);
        var taken = isImport ? [] : TaskOutcomes.Take(DefinitionDocument.RootOf(content), key => published.Current.FindForm(key)?.Definition);
        var description = model.Text("description");
        var incoming = DefinitionStamp.Of(name, description, content);
        if (await stale.RefusalAsync(latest, definitionId, incoming, origin, ct) is { } refusal)
            return DefinitionChange.Stale(refusal);

        var before = (latest?.Id, latest?.Json);
        var draft = latest is not null && await publication.Processes.IsDraftAsync(latest, ct)
            ? latest
            : publication.Processes.AddDraft(definitionId, versions);
        (draft.Name, draft.Description) = (name, description);
        draft.Json = DefinitionDocument.WithColumns(draft, content).ToJsonString(StudioJson.Options);
        try
        {
            if (isImport)
                publication.ReadAnew();
            var change = (publish ? await PublishAsync(draft, versions, ct) : await StoreAsync(draft, "workflow.saved", ct)) with { OutcomesTaken = taken };
            if (change.Version is { } saved)
                stale.Remember(saved, origin);
            return change;
        }
        catch (DbUpdateException)
        {
            // Two saves at the same moment: the database let one of them through.
            if (await LatestAsync(definitionId, ct) == before)
                throw;
            return DefinitionChange.Stale(await stale.SentenceAsync(definitionId, ct));
        }
    }

    /// <summary>Publishes the latest version as it is stored.</summary>
    public async Task<DefinitionChange> PublishAsync(string definitionId, CancellationToken ct)
    {
        var versions = await VersionsAsync(definitionId, ct);
        if (versions.Find(v => v.IsLatest) is not { } latest)
            return DefinitionChange.Missing;
        return latest.IsPublished
            ? new DefinitionChange(latest, []) { WasAlreadySo = true }
            : await PublishAsync(latest, versions, ct);
    }

    public async Task<DefinitionChange> RetractAsync(string definitionId, CancellationToken ct)
    {
        var versions = await VersionsAsync(definitionId, ct);
        if (versions.Count == 0)
            return DefinitionChange.Missing;
        if (versions.Find(v => v.IsPublished) is not { } published)
            return DefinitionChange.Refused("El proceso no está publicado.") with { WasAlreadySo = true };
        published.IsPublished = false;
        await publication.WithdrawAsync(published, ct);
        return await StoreAsync(published, "workflow.retracted", ct);
    }

    /// <summary>Copies an old version into a new draft.</summary>
    public async Task<DefinitionChange> RevertAsync(string definitionId, int version, CancellationToken ct)
    {
        var versions = await VersionsAsync(definitionId, ct);
        if (versions.Find(v => v.Version == version) is not { } old)
            return DefinitionChange.Missing;
        var draft = publication.Processes.AddDraft(definitionId, versions);
        draft.Name = old.Name;
        draft.Description = old.Description;
        draft.Json = DefinitionDocument.WithColumns(draft, StudioJson.ParseObject(old.Json)).ToJsonString(StudioJson.Options);
        return await StoreAsync(draft, "workflow.reverted", ct);
    }

    /// <summary>Removes one version; the highest that remains becomes the latest. One that something ran with stays.</summary>
    public async Task<bool> DeleteVersionAsync(string versionId, CancellationToken ct)
    {
        if (await db.Definitions.FindAsync([versionId], ct) is not { } version || await RanAsync(version, ct))
            return false;
        var others = (await VersionsAsync(version.DefinitionId, ct)).Where(v => v.Id != versionId).ToList();
        if (version.IsLatest && others.MaxBy(v => v.Version) is { } highest)
            highest.IsLatest = true;
        await RemoveAsync(version, ct);
        await publication.SaveAsync("workflow.version-deleted", version.DefinitionId, ct);
        return true;
    }

    /// <summary>
    /// Removes all versions of a definition. Those that something ran with are found by their id alone from then on: the viewer
    /// shows what ran, and what still waits goes on with it.
    /// </summary>
    public async Task<bool> DeleteAsync(string definitionId, CancellationToken ct)
    {
        var versions = await VersionsAsync(definitionId, ct);
        if (!versions.Exists(v => v.IsLatest || v.IsPublished))
            return false;
        foreach (var version in versions)
            await RemoveAsync(version, ct);
        await publication.SaveAsync("workflow.deleted", definitionId, ct);
        return true;
    }

    private async Task<DefinitionChange> PublishAsync(StoredDefinition version, List<StoredDefinition> versions, CancellationToken ct)
    {
        var problems = await check.ProblemsOfAsync(version, ct);
        if (problems.Count > 0)
            return new DefinitionChange(null, problems);
        var led = await publication.PublishAsync(version, versions, ct);
        return await StoreAsync(version, "workflow.published", ct) with { ConsumersLed = led, Warnings = check.WarningsOf(version) };
    }

    private async Task<DefinitionChange> StoreAsync(StoredDefinition version, string action, CancellationToken ct)
    {
        await publication.SaveAsync(action, version.DefinitionId, ct);
        return new DefinitionChange(version, []);
    }

    private async Task RemoveAsync(StoredDefinition version, CancellationToken ct)
    {
        if (version.IsPublished)
            await publication.WithdrawAsync(version, ct);
        if (await RanAsync(version, ct))
            (version.IsLatest, version.IsPublished) = (false, false);
        else
            db.Definitions.Remove(version);
    }

    private async Task<bool> RanAsync(StoredDefinition version, CancellationToken ct) =>
        await db.Instances.AnyAsync(i => i.DefinitionVersionId == version.Id, ct);

    private async Task<(string? Id, string? Json)> LatestAsync(string definitionId, CancellationToken ct) =>
        await All.FirstOrDefaultAsync(d => d.DefinitionId == definitionId && d.IsLatest, ct) is { } now ? (now.Id, now.Json) : (null, null);

    private Task<List<StoredDefinition>> VersionsAsync(string definitionId, CancellationToken ct) => publication.Processes.OfAsync(definitionId, ct);
}
