using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Features.Shared.Querying;
using WorkflowHost.Running.Versions;

namespace WorkflowHost.Features.Workflows.Migrations;

/// <summary>What the pages about moving instances to another version show.</summary>
public sealed class MigrationDesk(WorkDb db, PublishedContent content, InstanceMigrations migrations, TimeProvider time)
{
    private const int PageSize = 30;
    private const int PastShown = 30;

    public async Task<MigrationListPage> ListAsync(CancellationToken stop)
    {
        var running = await db.Instances.AsNoTracking().Where(i => i.Status == WorkflowStatus.Running)
            .GroupBy(i => new { i.DefinitionId, i.Version, i.DefinitionVersionId })
            .Select(group => new { group.Key.DefinitionId, group.Key.Version, group.Key.DefinitionVersionId, Count = group.Count() })
            .ToListAsync(stop);
        var behind =
            from versions in running.GroupBy(row => row.DefinitionId)
            let published = content.Current.FindWorkflow(versions.Key)
            where published is not null && versions.Any(row => row.DefinitionVersionId != published.Definition.Id)
            let name = NameOf(versions.Key)
            orderby name
            select new WorkflowBehind(
                versions.Key,
                name,
                published.Definition.Version,
                [.. versions.OrderBy(row => row.Version).Select(row => KeyValuePair.Create(row.Version, row.Count))]);
        var past = await db.InstanceMigrations.AsNoTracking().OrderByDescending(m => m.CreatedAt).Take(PastShown).ToListAsync(stop);
        return new MigrationListPage([.. behind], [.. past.Select(one => new MigrationLine(one, NameOf(one.DefinitionId)))]);
    }

    /// <summary>Null when there is no such workflow or version.</summary>
    public MigrationPlan? PlanOf(MigrationDraft draft) =>
        (draft.To is { Length: > 0 } chosen ? chosen : content.Current.FindWorkflow(draft.Definition)?.Definition.Id) is { } to
            ? new MigrationPlan(draft.Definition, to, draft.Renamed(), draft.AcceptsLostAnswers)
            : null;

    public async Task<MigrationPreviewPage?> PreviewAsync(MigrationDraft draft, string? refusal, CancellationToken stop)
    {
        if (PlanOf(draft) is not { } plan || await migrations.PreviewAsync(plan, stop) is not { } preview)
            return null;
        var versions = await db.Definitions.AsNoTracking()
            .Where(d => d.DefinitionId == draft.Definition && d.PublishedAt != null)
            .OrderByDescending(d => d.Version).Select(d => new { d.Id, d.Version }).ToListAsync(stop);
        var shown = preview.Forecasts.Where(forecast => draft.Verdict is null || forecast.Verdict == draft.Verdict).ToList();
        var pages = Math.Max(1, (shown.Count + PageSize - 1) / PageSize);
        var number = Math.Clamp(draft.Page, 1, pages);
        var rows = shown.Skip((number - 1) * PageSize).Take(PageSize).ToList();
        return new MigrationPreviewPage(
            draft,
            NameOf(draft.Definition),
            preview,
            [.. versions.Select(version => KeyValuePair.Create(version.Id, version.Version))],
            await GapsAsync(plan, preview, stop),
            new PageOf<InstanceForecast>(rows, number, PageSize, shown.Count),
            await FoliosAsync([.. rows.Select(row => row.InstanceId)], stop),
            refusal);
    }

    public async Task<MigrationPage?> ReadAsync(Guid id, int page, string? refusal, CancellationToken stop)
    {
        if (await db.InstanceMigrations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) is not { } migration)
            return null;
        var rows = await db.MigratedInstances.AsNoTracking().Where(m => m.MigrationId == id)
            .OrderBy(m => m.Result).ThenBy(m => m.InstanceId).PageAsync(page, PageSize, stop);
        return new MigrationPage(
            migration,
            NameOf(migration.DefinitionId),
            await RemainingAsync(migration, stop),
            migration.State == MigrationState.Applied && migration.UndoUntil > time.GetUtcNow(),
            rows.Of([.. rows.Rows.Select(row => new MigrationPageRow(row, ReasonsOf(row)))]),
            refusal);
    }

    /// <summary>Instances a migration that is being carried out has not dealt with yet.</summary>
    public async Task<int> RemainingAsync(InstanceMigration migration, CancellationToken stop)
    {
        var last = migration.LastInstanceId ?? "";
#pragma warning disable CA1309 // this becomes the database's own comparison
        return migration.State switch
        {
            MigrationState.Applying => await db.Instances.CountAsync(
                i => i.DefinitionId == migration.DefinitionId && i.Status == WorkflowStatus.Running
                    && i.DefinitionVersionId != migration.ToVersionId && string.Compare(i.Id, last) > 0,
                stop),
            MigrationState.Undoing => await db.MigratedInstances.CountAsync(
                m => m.MigrationId == migration.Id && m.Result == MigrationResult.Moved, stop),
            _ => 0,
        };
#pragma warning restore CA1309
    }

    public async Task<InstanceMigration?> FindAsync(Guid id, CancellationToken stop) =>
        await db.InstanceMigrations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop);

    private async Task<IReadOnlyList<StepGap>> GapsAsync(MigrationPlan plan, MigrationPreview preview, CancellationToken stop)
    {
        var target = await content.FindWorkflowVersionAsync(plan.ToVersionId, stop);
        var steps = preview.Forecasts.SelectMany(forecast => forecast.Steps)
            .Where(step => step.To is null || plan.Renamed.ContainsKey(step.FromId));
        return
        [
            .. from step in steps
               group step by (step.FromId, step.From, step.Kind) into gap
               orderby gap.Key.From
               select new StepGap(
                   gap.Key.FromId,
                   gap.Key.From,
                   plan.Renamed.GetValueOrDefault(gap.Key.FromId),
                   gap.Count(),
                   target is null ? [] : ChoicesFor(gap.Key.Kind, target)),
        ];
    }

    private static List<KeyValuePair<string, string>> ChoicesFor(string kind, CompiledWorkflow target) =>
        [.. target.Nodes.Values.Where(node => node.TypeName == kind)
            .Select(node => KeyValuePair.Create(node.Id, node.Name ?? node.Id))
            .DistinctBy(choice => choice.Key)
            .OrderBy(choice => choice.Value, StringComparer.CurrentCulture)];

    private async Task<IReadOnlyDictionary<string, string>> FoliosAsync(IReadOnlyList<string> instances, CancellationToken stop)
    {
        var folios = await db.Tasks.AsNoTracking().Where(t => instances.Contains(t.InstanceId) && t.CaseId != null)
            .Join(db.Cases, t => t.CaseId, c => c.Id, (t, c) => new { t.InstanceId, c.Folio })
            .ToListAsync(stop);
        return folios.GroupBy(row => row.InstanceId)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(row => row.Folio).Distinct().Order()), StringComparer.Ordinal);
    }

    private string NameOf(string definitionId) =>
        content.Current.FindWorkflow(definitionId)?.Definition.Name is { Length: > 0 } name ? name : definitionId;

    private static List<MigrationReason> ReasonsOf(MigratedInstance row) =>
        JsonSerializer.Deserialize<List<MigrationReason>>(row.ReasonsJson) ?? [];
}
