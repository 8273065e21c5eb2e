using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>From the live burst to the commit (elsa-semantics 2.4 and 5).</summary>
internal sealed partial class Burst
{
    private WorkflowCommit Commit(bool applied)
    {
        var definition = Workflow.Definition;
        var state = new WorkflowState
        {
            InstanceId = InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            DefinitionVersion = definition.Version,
            SubStatus = SubStatus,
            FlowchartMode = Mode,
            Name = Name,
            CorrelationId = CorrelationId,
            ParentInstanceId = ParentInstanceId,
            ParentWaitsAt = ParentWaitsAt,
            TriggerActivityId = TriggerActivityId,
            CreatedAt = _activation.State?.CreatedAt ?? Now,
            UpdatedAt = applied ? Now : _activation.State?.UpdatedAt ?? Now,
            FinishedAt = IsFinished ? _activation.State?.FinishedAt ?? Now : null,
            Bookmarks = [.. Bookmarks],
            Incidents = [.. _incidents],
            Output = Output,
            Variables = RootVariables(),
            NextSequence = _sequence,
            Input = KeptInput,
            Properties = Properties,
            Records = LiveRecords(),
            Queue = [.. _queue.Select(Rest)],
        };
        if (applied)
            RememberInProcess();
        if (applied && IsFinished)
            ReportToParent(state);
        return new WorkflowCommit
        {
            InstanceId = InstanceId,
            DefinitionId = definition.DefinitionId,
            DefinitionVersionId = definition.Id,
            DefinitionVersion = definition.Version,
            State = state,
            Status = state.Status,
            SubStatus = SubStatus,
            Name = Name,
            CorrelationId = CorrelationId,
            ParentInstanceId = ParentInstanceId,
            BookmarksCreated = Bookmarks.FindAll(bookmark => !_oldBookmarkIds.Contains(bookmark.Id)),
            BookmarksBurnt = Burnt(),
            Journal = _journal,
            ActivityRecords = TouchedRecords(),
            Incidents = _newIncidents,
            Effects = Effects,
            Output = Output,
            Children = _children,
            HttpResponse = HttpResponse,
            Applied = applied,
            LiveRecords = _records,
        };
    }

    private void RememberInProcess()
    {
        foreach (var record in _records)
            foreach (var slot in record.Slots ?? [])
                if (slot.Storage == VariableStorage.Memory)
                    Host.Port<IProcessMemory>()?.Set(InstanceId, MemoryKey(record, slot), slot.Value);
    }

    private List<string> Burnt()
    {
        var burnt = new List<string>();
        foreach (var id in _oldBookmarkIds)
            if (!Bookmarks.Exists(bookmark => bookmark.Id == id))
                burnt.Add(id);
        return burnt;
    }

    private Dictionary<string, JsonNode?> RootVariables()
    {
        var variables = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var record in _records)
            if (record.Parent is null && record.Slots is { } slots)
                foreach (var slot in slots)
                    variables[slot.Id] = RecordSnapshot.Node(slot.Value);
        return variables;
    }

    /// <summary>Innermost first, as Elsa stores them: the order in which a race cancels its losers depends on it.</summary>
    private List<RecordState> LiveRecords()
    {
        if (SubStatus is WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled)
            return RestOfVariables();
        var live = new List<RecordState>();
        foreach (var record in _records)
            if (record.IsOpen)
                live.Add(Rest(record));
        live.Reverse();
        return live;
    }

    /// <summary>A finished instance keeps only the values of its variables, for the people who look at it.</summary>
    private List<RecordState> RestOfVariables()
    {
        var kept = new List<RecordState>();
        foreach (var record in _records)
            if (record.Parent is null || (record.IsOpen && record.Slots is { Count: > 0 }))
                kept.Add(Rest(record));
        return kept;
    }

    private RecordState Rest(ActivityContext record) => new(
        record.ActivityInstanceId, record.Parent?.ActivityInstanceId, record.Node.NodeId, record.Status, record.StartedAt)
    {
        CallbackPending = record.CallbackPending,
        Tag = record.Tag,
        Counter = record.HasCounter ? record.Counter : null,
        IsBreaking = record.IsBreaking,
        FaultCount = record.FaultCount,
        Depth = record.Depth,
        ScheduledById = record.ScheduledById,
        ScheduledByActivityId = record.ScheduledByActivityId,
        Properties = record.PropertyBag,
        Flow = record.Flow,
        Variables = Rest(record.Slots),
    };

    private List<StoredVariable> Rest(List<VariableSlot>? slots)
    {
        var stored = new List<StoredVariable>();
        if (slots is not null)
            foreach (var slot in slots)
                if (slot.SurvivesWaits && Conversion.Stored(slot) is { } value)
                    stored.Add(new StoredVariable(slot.Id, slot.IsDynamic, value));
        return stored;
    }

    private static QueuedWork Rest(WorkItem item) =>
        new(item.Node.NodeId, item.Owner?.ActivityInstanceId, item.Existing?.ActivityInstanceId, item.NotifyOwner, item.Tag);

    private List<ActivityRecord> TouchedRecords()
    {
        var records = new List<ActivityRecord>();
        foreach (var record in _records)
            if (record.Touched)
                records.Add(RecordSnapshot.Of(record));
        return records;
    }

    private void ReportToParent(WorkflowState state)
    {
        if (ParentInstanceId is null || ParentWaitsAt is null)
            return;
        var payload = ParentWaitsAt == "Elsa.BulkDispatchWorkflows"
            ? new JsonObject { [nameof(ParentInstanceId)] = ParentInstanceId }
            : new JsonObject { ["ChildInstanceId"] = InstanceId };
        var input = new JsonObject
        {
            [WorkflowInputKeys.ChildInstanceId] = InstanceId,
            [WorkflowInputKeys.ChildOutput] = Output.DeepClone(),
            [WorkflowInputKeys.ChildStatus] = state.Status.ToString(),
            [WorkflowInputKeys.ChildSubStatus] = SubStatus.ToString(),
        };
        Effects.Add(new ResumeParent(
            $"{InstanceId}:finished", ParentInstanceId, InstanceId, StimulusHasher.Hash(ParentWaitsAt, payload), input));
    }
}
