using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using WorkflowHost.Content;
using WorkflowHost.Data;
using WorkflowHost.Engine;
using WorkflowHost.Engine.Versions;

namespace WorkflowHost.Running.Versions;

/// <summary>
/// Carries out stored migrations, a slice of instances per transaction. What was dealt with, and how far the migration is,
/// commit together: a killed program goes on behind its last slice and never does one twice.
/// </summary>
public sealed class MigrationSlices
{
    private const string Actor = "system";
    private const int MaxRefusals = 20;

    private readonly WorkUnits _units;
    private readonly PublishedContent _content;
    private readonly IDbContextFactory<WorkDb> _databases;
    private readonly TimeProvider _clock;
    private readonly MigrationOptions _options;

    internal MigrationSlices(
        WorkUnits units, PublishedContent content, IDbContextFactory<WorkDb> databases, TimeProvider clock,
        IOptions<MigrationOptions> options)
    {
        _units = units;
        _content = content;
        _databases = databases;
        _clock = clock;
        _options = options.Value;
    }

    /// <summary>Carries out everything that is begun, and closes what can no longer be taken back.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var now = _clock.GetUtcNow();
        var open = await db.InstanceMigrations.AsNoTracking()
            .Where(m => m.State == MigrationState.Applying || m.State == MigrationState.Undoing
                || (m.State == MigrationState.Applied && m.UndoUntil <= now))
            .OrderBy(m => m.CreatedAt).Select(m => m.Id).ToListAsync(ct);
        foreach (var id in open)
        {
            while (await RunSliceAsync(id, ct))
            {
            }
        }
    }

    /// <summary>One transaction of a migration; false when nothing of it is left to do.</summary>
    /// <exception cref="InvalidOperationException">The store kept refusing: instances change faster than they can be moved.</exception>
    public async Task<bool> RunSliceAsync(Guid id, CancellationToken ct)
    {
        var size = _options.SliceSize;
        for (var refusals = 0; refusals < MaxRefusals; refusals++)
        {
            var limit = size;
            var (goesOn, result) = await _units.RunAsync(Actor, (session, _) => SliceAsync(session, id, limit, ct), ct);
            if (result == CommitResult.Committed)
                return goesOn;
            // Somebody worked on one of them meanwhile: a smaller slice meets fewer people.
            size = Math.Max(1, size / 2);
        }

        throw new InvalidOperationException($"Migration {id} found no moment in which its instances rest.");
    }

    private async ValueTask<WorkStep<bool>> SliceAsync(WorkSession session, Guid id, int limit, CancellationToken ct)
    {
        if (session.FindMigration(id) is not { } migration)
            return WorkStep.Nothing(false);
        switch (migration.State)
        {
            case MigrationState.Applying:
                return await ApplyAsync(session, migration, limit, ct);
            case MigrationState.Undoing:
                return await TakeBackAsync(session, migration, limit, ct);
            case MigrationState.Applied when migration.UndoUntil <= session.Now:
                migration.State = MigrationState.Closed;
                session.ForgetStatesBefore(migration);
                session.UpdateMigration(migration);
                return WorkStep.Commit(false);
            default:
                return WorkStep.Nothing(false);
        }
    }

    private async ValueTask<WorkStep<bool>> ApplyAsync(
        WorkSession session, InstanceMigration migration, int limit, CancellationToken ct)
    {
        var ids = session.FindInstancesToMove(migration, limit);
        if (ids.Count == 0)
            return Finish(session, migration, MigrationState.Applied);
        var plan = new MigrationPlan(
            migration.DefinitionId,
            migration.ToVersionId,
            JsonSerializer.Deserialize<Dictionary<string, string>>(migration.MappingJson) ?? [],
            migration.AcceptsLostAnswers);
        var target = await _content.FindWorkflowVersionAsync(plan.ToVersionId, ct)
            ?? throw new InvalidOperationException($"Version {plan.ToVersionId} of migration {migration.Id} is gone.");
        await using var db = await _databases.CreateDbContextAsync(ct);
        var judge = new InstanceJudge(_content, new VersionMaps(_content, target, plan), db);
        var tasks = await InstanceMigrations.TasksOfAsync(db, ids, ct);
        foreach (var instance in ids.Select(session.FindInstance).OfType<StoredInstance>())
        {
            if (instance is not { Status: WorkflowStatus.Running, StateJson: { } before })
                continue;
            var (fromId, from) = (instance.DefinitionVersionId, instance.Version);
            // Judged again: since the preview the instance may have gone on.
            var (forecast, move) = await judge.JudgeAsync(instance, before, [.. tasks[instance.Id]], ct);
            var goes = move is { Problems.Count: 0 } && forecast.Goes(plan);
            if (goes)
                session.MoveInstance(move!.Apply(session.Now), instance); // goes
            session.AddMigrated(new MigratedInstance
            {
                MigrationId = migration.Id,
                InstanceId = instance.Id,
                FromVersionId = fromId,
                FromVersion = from,
                Result = goes ? MigrationResult.Moved : MigrationResult.Left,
                ReasonsJson = goes ? "[]" : JsonSerializer.Serialize(forecast.Reasons),
                RevisionAfter = instance.Revision,
                StateBefore = goes ? before : null,
                At = session.Now,
            });
            (migration.Moved, migration.LeftBehind) = goes
                ? (migration.Moved + 1, migration.LeftBehind)
                : (migration.Moved, migration.LeftBehind + 1);
        }

        migration.LastInstanceId = ids[^1];
        session.UpdateMigration(migration);
        return WorkStep.Commit(true);
    }

    private async ValueTask<WorkStep<bool>> TakeBackAsync(
        WorkSession session, InstanceMigration migration, int limit, CancellationToken ct)
    {
        var moved = session.FindMoved(migration, limit);
        if (moved.Count == 0)
            return Finish(session, migration, MigrationState.Undone);
        foreach (var one in moved)
        {
            var instance = session.FindInstance(one.InstanceId);
            var original = await _content.FindWorkflowVersionAsync(one.FromVersionId, ct);
            if (instance is not { Status: WorkflowStatus.Running, StateJson: { } now } || instance.Revision != one.RevisionAfter
                || original is null || one.StateBefore is null)
            {
                session.CloseMigrated(one, MigrationResult.WentOn);
                continue;
            }

            var commit = VersionMove.TakeBack(
                original, WorkflowState.Parse(one.StateBefore), WorkflowState.Parse(now), session.Now);
            session.MoveInstance(commit, instance);
            session.CloseMigrated(one, MigrationResult.TakenBack);
            migration.TakenBack++;
        }

        migration.LastInstanceId = moved[^1].InstanceId;
        session.UpdateMigration(migration);
        return WorkStep.Commit(true);
    }

    private WorkStep<bool> Finish(WorkSession session, InstanceMigration migration, MigrationState state)
    {
        migration.State = state;
        migration.FinishedAt = session.Now;
        migration.LastInstanceId = null;
        if (state == MigrationState.Applied)
            migration.UndoUntil = session.Now.AddHours(_options.UndoWindowInHours);
        session.UpdateMigration(migration);
        return WorkStep.Commit(false);
    }
}
