using WorkflowHost.Data.Sql;

namespace WorkflowHost.Data;

/// <summary>An instance a session has read or made; <paramref name="readAt"/> is the revision read, null for a new one.</summary>
internal sealed class InstanceInWork(StoredInstance instance, long? readAt)
{
    public StoredInstance Instance { get; } = instance;

    public bool IsChanged { get; set; }

    /// <summary>Its bookmarks of earlier bursts have to learn the new correlation id.</summary>
    public bool IsRecorrelated { get; set; }

    public void AddTo(List<Write> writes, WorkSchema schema)
    {
        if (readAt is not { } revision)
        {
            writes.Add(schema.Instances.InsertOf(Instance, CommitResult.Stale));
            writes.Add(schema.Run.InsertState.With(Instance.Id, Instance.PackedState));
            return;
        }

        writes.Add(schema.Run.Update.Expect(
            CommitResult.Stale,
            Instance.DefinitionVersionId,
            Instance.Version,
            Instance.Status,
            Instance.SubStatus,
            Instance.CorrelationId,
            Instance.Name,
            Instance.IncidentCount,
            Instance.UpdatedAt,
            Instance.FinishedAt,
            Instance.Revision,
            Instance.Id,
            revision));
        writes.Add(schema.Run.UpdateState.With(Instance.PackedState, Instance.Id));
        if (IsRecorrelated)
            writes.Add(schema.Run.Recorrelate.With(Instance.CorrelationId, Instance.Id));
    }
}
