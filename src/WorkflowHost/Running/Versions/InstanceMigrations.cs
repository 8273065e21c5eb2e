using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Cases.Tasks;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;

namespace WorkflowHost.Running.Versions;

/// <summary>
/// Moves running instances to another version of their workflow: shown beforehand for each of them, stored as a plan,
/// carried out by <see cref="MigrationSlices"/>, and taken back within a window.
/// </summary>
public sealed class InstanceMigrations
{
    /// <summary>A preview shows at most so many instances; a migration moves all.</summary>
    public const int MaxPreviewed = 5000;

    private const int PageSize = 200;

    private readonly WorkUnits _units;
    private readonly PublishedContent _content;
    private readonly IDbContextFactory<WorkDb> _databases;
    private readonly TimeProvider _clock;
    private readonly MigrationBell _bell;

    internal InstanceMigrations(
        WorkUnits units, PublishedContent content, IDbContextFactory<WorkDb> databases, TimeProvider clock, MigrationBell bell)
    {
        _units = units;
        _content = content;
        _databases = databases;
        _clock = clock;
        _bell = bell;
    }

    /// <summary>Works the plan out for every running instance; null when there is no such version of that definition.</summary>
    public async Task<MigrationPreview?> PreviewAsync(MigrationPlan plan, CancellationToken ct)
    {
        if (await TargetAsync(plan, ct) is not { } target)
            return null;
        await using var db = await _databases.CreateDbContextAsync(ct);
        var maps = new VersionMaps(_content, target, plan);
        var judge = new InstanceJudge(_content, maps, db);
        var forecasts = new List<InstanceForecast>();
        var running = Running(db, plan);
        for (var last = ""; forecasts.Count < MaxPreviewed;)
        {
            var after = last;
#pragma warning disable CA1309 // this becomes the database's own comparison, the one it orders by
            var page = await running.Where(i => string.Compare(i.Id, after) > 0).OrderBy(i => i.Id).Take(PageSize)
#pragma warning restore CA1309
                .Join(db.InstanceStates, i => i.Id, s => s.InstanceId, (Instance, State) => new { Instance, State.Json })
                .ToListAsync(ct);
            if (page.Count == 0)
                break;
            last = page[^1].Instance.Id;
            var tasks = await TasksOfAsync(db, [.. page.Select(row => row.Instance.Id)], ct);
            foreach (var row in page)
                forecasts.Add((await judge.JudgeAsync(row.Instance, row.Json, [.. tasks[row.Instance.Id]], ct)).Forecast);
        }

        return new MigrationPreview(plan, target.Definition.Version, forecasts, await running.CountAsync(ct), maps.DeadNames);
    }

    /// <summary>Stores the plan; from then on it is carried out to its end, through any crash.</summary>
    public async Task<MigrationAnswer> BeginAsync(MigrationPlan plan, string actor, CancellationToken ct)
    {
        if (await PreviewAsync(plan, ct) is not { } preview)
            return new MigrationAnswer.NotFound();
        if (preview.DeadNames.Count > 0)
            return new MigrationAnswer.Refused("migration.names");
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (!await db.Definitions.AnyAsync(d => d.Id == plan.ToVersionId && d.PublishedAt != null, ct))
            return new MigrationAnswer.Refused("migration.draft");
        if (await db.InstanceMigrations.AnyAsync(
            m => m.DefinitionId == plan.DefinitionId && (m.State == MigrationState.Applying || m.State == MigrationState.Undoing), ct))
            return new MigrationAnswer.Refused("migration.running");
        var migration = new InstanceMigration
        {
            DefinitionId = plan.DefinitionId,
            ToVersionId = plan.ToVersionId,
            ToVersion = preview.ToVersion,
            MappingJson = JsonSerializer.Serialize(plan.Renamed),
            AcceptsLostAnswers = plan.AcceptsLostAnswers,
            CreatedBy = actor,
            CreatedAt = _clock.GetUtcNow(),
        };
        return await StoreAsync(migration, session => session.AddMigration(migration), "workflow.migration-begun", actor, ct);
    }

    /// <summary>Takes a finished migration back for every instance that has not gone on since.</summary>
    public async Task<MigrationAnswer> UndoAsync(Guid id, string actor, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await db.InstanceMigrations.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, ct) is not { } migration)
            return new MigrationAnswer.NotFound();
        if (migration.State is not (MigrationState.Applied or MigrationState.Closed))
            return new MigrationAnswer.Refused("migration.state");
        if (migration.State == MigrationState.Closed || migration.UndoUntil <= _clock.GetUtcNow())
            return new MigrationAnswer.Refused("migration.late");
        migration.State = MigrationState.Undoing;
        migration.LastInstanceId = null;
        return await StoreAsync(migration, session => session.UpdateMigration(migration), "workflow.migration-undone", actor, ct);
    }

    private async Task<MigrationAnswer> StoreAsync(
        InstanceMigration migration, Action<WorkSession> store, string action, string actor, CancellationToken ct)
    {
        var (_, result) = await _units.RunAsync(actor, (session, _) =>
        {
            store(session);
            session.Audit(action, "definition", migration.DefinitionId, new JsonObject
            {
                ["migration"] = migration.Id.ToString(), ["toVersion"] = migration.ToVersion,
            });
            return ValueTask.FromResult(WorkStep.Commit(true));
        }, ct);
        if (result != CommitResult.Committed)
            return new MigrationAnswer.Refused("migration.running");
        _bell.Ring();
        return new MigrationAnswer.Begun(migration.Id);
    }

    private async Task<CompiledWorkflow?> TargetAsync(MigrationPlan plan, CancellationToken ct) =>
        await _content.FindWorkflowVersionAsync(plan.ToVersionId, ct) is { } target
        && target.Definition.DefinitionId == plan.DefinitionId ? target : null;

    private static IQueryable<StoredInstance> Running(WorkDb db, MigrationPlan plan) => db.Instances.AsNoTracking().Where(i =>
        i.DefinitionId == plan.DefinitionId && i.Status == WorkflowStatus.Running && i.DefinitionVersionId != plan.ToVersionId);

    internal static async Task<ILookup<string, HumanTask>> TasksOfAsync(
        WorkDb db, IReadOnlyList<string> instances, CancellationToken ct) =>
        (await db.Tasks.AsNoTracking().Where(t => instances.Contains(t.InstanceId) && t.State == TaskState.Open).ToListAsync(ct))
        .ToLookup(task => task.InstanceId);
}
