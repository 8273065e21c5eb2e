using System.Data.Common;

namespace WorkflowHost.Data.Sql;

/// <summary>Statements over instances, bookmarks and triggers.</summary>
internal sealed class RunStatements(WorkSchema schema)
{
    /// <summary>Whole instance rows, the packed state behind them.</summary>
    public Statement InstanceWithState { get; } = new(
        $"SELECT {string.Join(", ", schema.Instances.Columns.Select(c => "i." + c.Name))}, s.json " +
        "FROM instances i JOIN instance_states s ON s.instance_id = i.id WHERE i.id = $1",
        schema.Instances[nameof(StoredInstance.Id)]);

    /// <summary>The same for the instance that a bookmark belongs to.</summary>
    public Statement InstanceAtBookmark { get; } = new(
        $"SELECT {string.Join(", ", schema.Instances.Columns.Select(c => "i." + c.Name))}, s.json FROM bookmarks b " +
        "JOIN instances i ON i.id = b.instance_id JOIN instance_states s ON s.instance_id = i.id WHERE b.id = $1",
        schema.Bookmarks[nameof(StoredBookmark.Id)]);

    public Statement Update { get; } = schema.Instances.Update(
        [
            nameof(StoredInstance.DefinitionVersionId), nameof(StoredInstance.Version), nameof(StoredInstance.Status),
            nameof(StoredInstance.SubStatus), nameof(StoredInstance.CorrelationId), nameof(StoredInstance.Name),
            nameof(StoredInstance.IncidentCount), nameof(StoredInstance.UpdatedAt), nameof(StoredInstance.FinishedAt),
            nameof(StoredInstance.Revision),
        ],
        "id = $11 AND revision = $12",
        nameof(StoredInstance.Id),
        nameof(StoredInstance.Revision));

    /// <summary>Takes the state already packed.</summary>
    public Statement InsertState { get; } = schema.States.InsertInto(
        nameof(StoredInstanceState.InstanceId), nameof(StoredInstanceState.Json));

    /// <summary>Takes the state already packed.</summary>
    public Statement UpdateState { get; } = schema.States.Update(
        [nameof(StoredInstanceState.Json)], "instance_id = $2", nameof(StoredInstanceState.InstanceId));

    /// <summary>Takes journal and records already packed.</summary>
    public Statement InsertBurst { get; } = schema.Bursts.InsertInto(
        nameof(StoredBurst.InstanceId), nameof(StoredBurst.Sequence), nameof(StoredBurst.At),
        nameof(StoredBurst.Journal), nameof(StoredBurst.Records));

    /// <summary>Reads what <see cref="InstanceWithState"/> selects.</summary>
    public Func<DbDataReader, StoredInstance> ReadInstance { get; } = InstanceReader(schema);

    /// <summary>Gives the bookmarks of earlier bursts the instance's new correlation id.</summary>
    public Statement Recorrelate { get; } = schema.Bookmarks.Update(
        [nameof(StoredBookmark.CorrelationId)], "instance_id = $2", nameof(StoredBookmark.InstanceId));

    public Statement BookmarkById { get; } = schema.Bookmarks.Select("WHERE id = $1", nameof(StoredBookmark.Id));

    public Statement BookmarksByHash { get; } = schema.Bookmarks.Select(
        "WHERE hash = $1 ORDER BY created_at, id", nameof(StoredBookmark.Hash));

    public Statement BookmarksOf { get; } = schema.Bookmarks.Select(
        "WHERE instance_id = $1 ORDER BY created_at, id", nameof(StoredBookmark.InstanceId));

    public Statement BurnBookmark { get; } = new(
        "DELETE FROM bookmarks WHERE id = $1", schema.Bookmarks[nameof(StoredBookmark.Id)]);

    public Statement DropTimer { get; } = new(
        "DELETE FROM timers WHERE bookmark_id = $1", schema.Timers[nameof(StoredTimer.BookmarkId)]);

    public Statement TriggersByHash { get; } = schema.Triggers.Select(
        "WHERE hash = $1", nameof(PublishedTrigger.Hash));

    public Statement DropTriggers { get; } = new(
        "DELETE FROM triggers WHERE definition_id = $1", schema.Triggers[nameof(PublishedTrigger.DefinitionId)]);

    public Statement RescheduleTrigger { get; } = schema.Triggers.Update(
        [nameof(PublishedTrigger.DueAt)], "id = $2", nameof(PublishedTrigger.Id));

    /// <summary>Everything that hangs on an instance, itself last.</summary>
    public IReadOnlyList<Statement> Delete { get; } =
        new[] { "bookmarks", "timers", "incidents", "bursts", "instance_states" }
            .Select(table => $"DELETE FROM {table} WHERE instance_id = $1")
            .Append("DELETE FROM instances WHERE id = $1")
            .Select(sql => new Statement(sql, schema.Instances[nameof(StoredInstance.Id)]))
            .ToArray();

    private static Func<DbDataReader, StoredInstance> InstanceReader(WorkSchema schema)
    {
        var position = schema.Instances.Columns.Count;
        return reader =>
        {
            var instance = schema.Instances.Read(reader);
            instance.PackedState = reader.GetFieldValue<byte[]>(position);
            return instance;
        };
    }
}
