using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Running;

/// <summary>What a stimulus schedules (elsa-semantics 2.1, step 2).</summary>
internal sealed partial class Burst
{
    private const string ModeProperty = "Flowchart:ExecutionMode";

    private bool Begin(WorkflowStimulus stimulus)
    {
        if (stimulus is StartWorkflow start)
            return Begin(start);
        if (_activation.State is null)
            throw new InvalidOperationException($"{stimulus.GetType().Name} needs the state of a running instance.");
        return stimulus switch
        {
            _ when IsFinished => false,
            ResumeBookmark resume => Begin(resume),
            RunAgain => BeginAgain(),
            CancelInstance cancel => Begin(cancel),
            RetryActivity retry => Begin(retry),
            CancelActivity cancel => Begin(cancel),
            ScheduleActivity schedule => Begin(schedule),
            ModifyVariable modify => Begin(modify),
            _ => throw new InvalidOperationException($"Unknown stimulus {stimulus.GetType().Name}."),
        };
    }

    private bool Begin(StartWorkflow start)
    {
        InputJson = start.Input ?? [];
        KeptInput = Persistent(InputJson);
        Properties = start.Properties?.DeepClone().AsObject() ?? [];
        Mode = ModeOf(Properties[ModeProperty]) ?? Options.FlowchartMode;
        Name = start.Name;
        CorrelationId = start.CorrelationId;
        TriggerActivityId = start.TriggerActivityId;
        ParentInstanceId = start.ParentInstanceId;
        ParentWaitsAt = start.ParentWaitsAt;
        Enqueue(new WorkItem(Workflow.Workflow, null));
        return true;
    }

    private bool Begin(ResumeBookmark resume)
    {
        InputJson = resume.Input ?? [];
        if (Bookmarks.Find(bookmark => bookmark.Id == resume.BookmarkId) is not { } bookmark)
            return false;
        if (_records.Find(record => record.ActivityInstanceId == bookmark.ActivityInstanceId) is not { } record)
            return false;
        Enqueue(new WorkItem(record.Node, record.Parent) { Existing = record, Bookmark = bookmark });
        return true;
    }

    private bool BeginAgain()
    {
        InputJson = [];
        if (_queue.Count == 0)
            Enqueue(new WorkItem(Workflow.Workflow, null));
        return true;
    }

    private bool Begin(CancelInstance cancel)
    {
        if (Options.Decisions.CancelRemovesBookmarks)
        {
            var root = _records.Find(record => record.Parent is null);
            foreach (var record in _records.FindAll(record => record.Parent is null))
                CancelQuietly(record);
            Bookmarks.Clear();
            if (root is not null)
                Write(root, "Workflow cancelled", cancel.Reason, null);
        }
        else
        {
            Bookmarks.Clear();
        }
        _queue.Clear();
        SubStatus = WorkflowSubStatus.Cancelled;
        return true;
    }

    private bool Begin(RetryActivity retry)
    {
        if (_records.Find(record => record.ActivityInstanceId == retry.ActivityInstanceId) is not { } record
            || record.Status != ActivityStatus.Faulted)
            return false;
        record.Status = ActivityStatus.Running;
        record.Error = null;
        for (var above = record; above is not null; above = above.Parent)
            above.FaultCount = Math.Max(0, above.FaultCount - 1);
        _incidents.RemoveAll(incident => incident.ActivityInstanceId == record.ActivityInstanceId);
        Enqueue(new WorkItem(record.Node, record.Parent) { Existing = record });
        return true;
    }

    private bool Begin(CancelActivity cancel)
    {
        if (_records.Find(record => record.ActivityInstanceId == cancel.ActivityInstanceId) is not { IsOpen: true } record)
            return false;
        Cancel(record);
        return true;
    }

    private bool Begin(ScheduleActivity schedule)
    {
        if (Workflow.FindActivity(schedule.ActivityId) is not { } node)
            return false;
        for (var above = node.Parent; above is not null; above = above.Parent)
            if (above.Type is Activities.Flowchart
                && _records.FindLast(record => record.Node == above && record.Status == ActivityStatus.Running) is { } owner)
            {
                Schedule(owner, node);
                return true;
            }
        return false;
    }

    private bool Begin(ModifyVariable modify)
    {
        foreach (var record in _records)
            if (record.Slots?.Find(slot => slot.Id == modify.VariableId) is { } variable)
            {
                variable.Value = Conversion.Convert(Values.ClrValues.FromNode(modify.Value?.DeepClone()), variable.Type);
                Write(record, "Alteration ModifyVariable succeeded", variable.Name, null);
                return true;
            }
        return false;
    }

    private JsonObject Persistent(JsonObject input)
    {
        var kept = new JsonObject();
        foreach (var definition in Workflow.Definition.Inputs)
            if (definition.Storage == VariableStorage.Instance && input[definition.Name] is { } value)
                kept[definition.Name] = value.DeepClone();
        return kept;
    }

    private static FlowchartMode? ModeOf(JsonNode? property) => property?.ToString().ToLowerInvariant() switch
    {
        "tokenbased" or "1" => FlowchartMode.Token,
        "counterbased" or "2" => FlowchartMode.Counter,
        _ => null,
    };
}
