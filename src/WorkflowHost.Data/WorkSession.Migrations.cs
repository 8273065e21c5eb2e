using WorkflowHost.Data.Sql;
using WorkflowHost.Engine;

namespace WorkflowHost.Data;

public sealed partial class WorkSession
{
    private readonly List<Write> _migrationWrites = [];

    /// <summary>The migration, or null.</summary>
    public InstanceMigration? FindMigration(Guid id) =>
        Query(_schema.Migration.ById, _schema.Migrations.Read, id).FirstOrDefault();

    /// <summary>Stores a new migration.</summary>
    public void AddMigration(InstanceMigration migration) => _migrationWrites.Add(_schema.Migrations.InsertOf(migration));

    /// <summary>Stores how far a migration is; when another worker was faster the commit ends as <see cref="CommitResult.Stale"/>.</summary>
    public void UpdateMigration(InstanceMigration migration) => _migrationWrites.Add(_schema.Migration.Update.Expect(
        CommitResult.Stale,
        migration.State,
        migration.LastInstanceId,
        migration.Moved,
        migration.LeftBehind,
        migration.TakenBack,
        migration.FinishedAt,
        migration.UndoUntil,
        migration.Revision + 1,
        migration.Id,
        migration.Revision));

    /// <summary>Ids of running instances of the migration's definition on other versions, after its last one.</summary>
    public IReadOnlyList<string> FindInstancesToMove(InstanceMigration migration, int limit) =>
        [.. Query(
            _schema.Migration.Candidates, _schema.Instances.Read,
            migration.DefinitionId, migration.ToVersionId, migration.LastInstanceId ?? "", limit).Select(instance => instance.Id)];

    /// <summary>What the migration moved, after its last instance.</summary>
    public IReadOnlyList<MigratedInstance> FindMoved(InstanceMigration migration, int limit) =>
        Query(_schema.Migration.Moved, _schema.Migrated.Read, migration.Id, migration.LastInstanceId ?? "", limit);

    /// <summary>Notes what a migration did with an instance.</summary>
    public void AddMigrated(MigratedInstance migrated) => _migrationWrites.Add(_schema.Migrated.InsertOf(migrated));

    /// <summary>Notes what taking back came to; the state from before is no longer needed.</summary>
    public void CloseMigrated(MigratedInstance migrated, MigrationResult result) => _migrationWrites.Add(
        _schema.Migration.Judge.With(result, null, migrated.MigrationId, migrated.InstanceId));

    /// <summary>Drops the states from before: the migration stands.</summary>
    public void ForgetStatesBefore(InstanceMigration migration) =>
        _migrationWrites.Add(_schema.Migration.Forget.With(null, migration.Id));

    /// <summary>
    /// Stores an instance under another version: its bookmarks, timers and tasks stay and only learn the new ids of their
    /// steps.
    /// </summary>
    public void MoveInstance(WorkflowCommit commit, StoredInstance before)
    {
        SaveBurst(commit, before);
        foreach (var bookmark in commit.State.Bookmarks)
        {
            _migrationWrites.Add(_schema.Migration.MoveBookmark.With(bookmark.ActivityId, bookmark.ActivityNodeId, bookmark.Id));
            _migrationWrites.Add(_schema.Migration.MoveTask.With(bookmark.ActivityId, bookmark.Id));
        }
    }

    private void WriteMigrations(List<Write> writes) => writes.AddRange(_migrationWrites);
}
