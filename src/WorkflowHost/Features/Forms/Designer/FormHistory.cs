using System.Text.Json.Nodes;
using Formio;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;

namespace WorkflowHost.Features.Forms.Designer;

/// <summary>The versions of a form, each with what it changed, and the way back to one.</summary>
public sealed class FormHistory(WorkDb db, FormDesk desk, FormUse use, PublishedContent content, FormRetirement retirement, FormReach reach)
{
    /// <summary>Newest first, a draft before all; null when there is no such form.</summary>
    public async Task<FormVersionsPage?> OfAsync(string key, CancellationToken stop)
    {
        var versions = await db.Forms.AsNoTracking().Where(form => form.Key == key).ToListAsync(stop);
        if (versions.Count == 0)
            return null;

        var ordered = versions.OrderBy(form => form.Version == 0 ? int.MaxValue : form.Version).ToList();
        var told = new List<FormVersionRow>();
        FormDefinition? before = null;
        foreach (var version in ordered)
        {
            var form = FormDefinition.Parse(version.Json);
            told.Add(new FormVersionRow(
                version.Version, version.CreatedAt, version.CreatedBy, version.IsPublished, before is null ? null : FormDifference.Of(before, form)));
            before = form;
        }

        told.Reverse();
        return new FormVersionsPage(key, ordered[^1].Title, told, use.Of(key, before!))
        {
            Indicators = reach.IndicatorsOf(key),
            Holders = reach.HoldersOf(key),
            Retiring = content.Current.FindForm(key) is { } published ? await RetiringAsync(published, stop) : null,
        };
    }

    private async Task<FormRetiring> RetiringAsync(PublishedForm form, CancellationToken stop)
    {
        var steps = retirement.StepsOf(form.Key);
        return new FormRetiring(
            form.IsRetired, [.. steps.Where(step => !step.IsStart)], [.. steps.Where(step => step.IsStart)],
            await db.Tasks.CountAsync(task => task.Form == form.Key && task.State == TaskState.Open, stop));
    }

    /// <summary>Makes an earlier version the draft, to be looked at and published. False when there is none.</summary>
    public async Task<bool> ReturnToAsync(string key, int version, CancellationToken stop)
    {
        var stored = await db.Forms.AsNoTracking().SingleOrDefaultAsync(form => form.Key == key && form.Version == version, stop);
        return stored is not null && JsonNode.Parse(stored.Json) is JsonObject form && await desk.ReplaceDraftAsync(key, form, stop);
    }

    /// <summary>The file of a version; the draft is version 0. Null when there is none.</summary>
    public async Task<string?> FileOfAsync(string key, int version, CancellationToken stop) =>
        (await db.Forms.AsNoTracking().SingleOrDefaultAsync(form => form.Key == key && form.Version == version, stop))?.Json;
}
