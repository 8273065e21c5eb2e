namespace WorkflowHost.Engine.Running;

/// <summary>From the state at rest to live records (elsa-semantics 2.4).</summary>
internal sealed partial class Burst
{
    private void Load(WorkflowState state)
    {
        SubStatus = state.SubStatus;
        Mode = state.FlowchartMode;
        Name = state.Name;
        CorrelationId = state.CorrelationId;
        ParentInstanceId = state.ParentInstanceId;
        ParentWaitsAt = state.ParentWaitsAt;
        TriggerActivityId = state.TriggerActivityId;
        KeptInput = state.Input;
        Properties = state.Properties;
        Output = state.Output.DeepClone().AsObject();
        _sequence = state.NextSequence;
        _incidents.AddRange(state.Incidents);
        Bookmarks.AddRange(state.Bookmarks);
        foreach (var bookmark in Bookmarks)
            _oldBookmarkIds.Add(bookmark.Id);
        LoadRecords(state.Records);
        LoadQueue(state.Queue);
    }

    private void LoadRecords(IReadOnlyList<RecordState> records)
    {
        var byId = new Dictionary<string, RecordState>(records.Count, StringComparer.Ordinal);
        foreach (var stored in records)
            byId[stored.Id] = stored;
        var live = new Dictionary<string, ActivityContext?>(records.Count, StringComparer.Ordinal);
        foreach (var stored in records)
            if (Live(stored, byId, live) is { } record)
            {
                _records.Add(record);
                record.Parent?.Children.Add(record);
            }
    }

    /// <summary>A node that a migration removed takes its record along.</summary>
    private ActivityContext? Live(RecordState stored, Dictionary<string, RecordState> byId, Dictionary<string, ActivityContext?> live)
    {
        if (live.TryGetValue(stored.Id, out var known))
            return known;
        live[stored.Id] = null;
        if (Workflow.FindNode(stored.NodeId) is not { } node)
            return null;
        var parent = stored.ParentId is { } parentId && byId.TryGetValue(parentId, out var above) ? Live(above, byId, live) : null;
        var record = new ActivityContext(this, node, parent, stored.Id)
        {
            Status = stored.Status,
            StartedAt = stored.StartedAt,
            CallbackPending = stored.CallbackPending,
            Tag = stored.Tag,
            Counter = stored.Counter ?? 0,
            HasCounter = stored.Counter is not null,
            IsBreaking = stored.IsBreaking,
            FaultCount = stored.FaultCount,
            Depth = stored.Depth,
            ScheduledById = stored.ScheduledById,
            ScheduledByActivityId = stored.ScheduledByActivityId,
            PropertyBag = stored.Properties?.DeepClone().AsObject(),
            Flow = stored.Flow?.Copy(),
        };
        LoadVariables(record, stored.Variables);
        return live[stored.Id] = record;
    }

    private void LoadVariables(ActivityContext record, IReadOnlyList<StoredVariable> stored)
    {
        if (record.Node.Variables.Count > 0)
            record.Declare(record.Node.Variables);
        foreach (var variable in stored)
        {
            if (variable.IsDynamic)
                (record.Slots ??= []).Add(VariableSlot.Dynamic(variable.Id, variable.Value));
            else if (record.Slots?.Find(slot => slot.Id == variable.Id) is { } slot)
                slot.Value = Conversion.Loaded(variable.Value, slot.Type);
        }
        foreach (var slot in record.Slots ?? [])
            if (slot.Storage == VariableStorage.Memory
                && Host.Port<IProcessMemory>() is { } memory
                && memory.TryGet(InstanceId, MemoryKey(record, slot), out var kept))
                slot.Value = kept;
    }

    private static string MemoryKey(ActivityContext record, VariableSlot slot) => $"{record.ActivityInstanceId}:{slot.Id}";

    private void LoadQueue(IReadOnlyList<QueuedWork> queue)
    {
        foreach (var work in queue)
            if (Workflow.FindNode(work.NodeId) is { } node)
                Enqueue(new WorkItem(node, work.OwnerId is null ? null : FindRecord(work.OwnerId))
                {
                    Existing = work.RecordId is null ? null : FindRecord(work.RecordId),
                    NotifyOwner = work.NotifyOwner,
                    Tag = work.Tag,
                });
    }

    private ActivityContext? FindRecord(string id) => _records.Find(record => record.ActivityInstanceId == id);
}
