namespace WorkflowHost.Data.Sql;

/// <summary>Statements over moves of instances to other versions.</summary>
internal sealed class MigrationStatements(WorkSchema schema)
{
    public Statement ById { get; } = schema.Migrations.Select("WHERE id = $1", nameof(InstanceMigration.Id));

    public Statement Update { get; } = schema.Migrations.Update(
        [
            nameof(InstanceMigration.State), nameof(InstanceMigration.LastInstanceId), nameof(InstanceMigration.Moved),
            nameof(InstanceMigration.LeftBehind), nameof(InstanceMigration.TakenBack), nameof(InstanceMigration.FinishedAt),
            nameof(InstanceMigration.UndoUntil), nameof(InstanceMigration.Revision),
        ],
        "id = $9 AND revision = $10",
        nameof(InstanceMigration.Id),
        nameof(InstanceMigration.Revision));

    /// <summary>Running instances of a definition on other versions, by id. Parameters: definition, target version, after, limit.</summary>
    public Statement Candidates { get; } = schema.Instances.Select(
        "WHERE definition_id = $1 AND status = 'Running' AND definition_version_id <> $2 AND id > $3 ORDER BY id LIMIT $4",
        nameof(StoredInstance.DefinitionId),
        nameof(StoredInstance.DefinitionVersionId),
        nameof(StoredInstance.Id),
        nameof(StoredInstance.Version));

    /// <summary>What a migration moved, by instance. Parameters: migration, after, limit.</summary>
    public Statement Moved { get; } = schema.Migrated.Select(
        "WHERE migration_id = $1 AND result = 'moved' AND instance_id > $2 ORDER BY instance_id LIMIT $3",
        nameof(MigratedInstance.MigrationId),
        nameof(MigratedInstance.InstanceId),
        nameof(MigratedInstance.FromVersion));

    public Statement Judge { get; } = schema.Migrated.Update(
        [nameof(MigratedInstance.Result), nameof(MigratedInstance.StateBefore)],
        "migration_id = $3 AND instance_id = $4",
        nameof(MigratedInstance.MigrationId),
        nameof(MigratedInstance.InstanceId));

    /// <summary>Forgets the states from before; the migration can then no longer be taken back.</summary>
    public Statement Forget { get; } = schema.Migrated.Update(
        [nameof(MigratedInstance.StateBefore)], "migration_id = $2", nameof(MigratedInstance.MigrationId));

    public Statement MoveBookmark { get; } = schema.Bookmarks.Update(
        [nameof(StoredBookmark.ActivityId), nameof(StoredBookmark.ActivityNodeId)], "id = $3", nameof(StoredBookmark.Id));

    public Statement MoveTask { get; } = schema.Tasks.Update(
        [nameof(Cases.Tasks.HumanTask.ActivityId)], "bookmark_id = $2", nameof(Cases.Tasks.HumanTask.BookmarkId));
}
