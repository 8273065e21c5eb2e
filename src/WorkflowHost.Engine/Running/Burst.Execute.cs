using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Running;

/// <summary>One work item: evaluate, execute, complete or suspend, or fault (elsa-semantics 2.3 and 2.11).</summary>
internal sealed partial class Burst
{
    public void Enqueue(WorkItem item) => _queue.AddLast(item);

    private void Execute(WorkItem item)
    {
        if (++_executed > Options.MaxActivitiesPerBurst)
        {
            StopRunaway(item);
            return;
        }
        var context = item.Existing ?? NewRecord(item);
        context.Touched = true;
        context.Bookmark = item.Bookmark;
        context.CreatedBookmark = false;
        Write(context, HasBookmark(context.Node) ? "Resumed" : "Started", null, null);
        try
        {
            Invoke(context, item.Bookmark);
            if (context.Status == ActivityStatus.Running && HasBookmark(context.Node))
                Write(context, "Suspended", null, null);
        }
        catch (Exception error) when (!ErrorData.IsHostFailure(error))
        {
            Fault(context, error);
        }
    }

    private ActivityContext NewRecord(WorkItem item)
    {
        var context = new ActivityContext(this, item.Node, item.Owner, Host.NewId())
        {
            StartedAt = Now,
            Tag = item.Tag,
            CallbackPending = item.NotifyOwner,
            ViaBackwardConnection = item.ViaBackwardConnection,
            ScheduledById = item.ScheduledBy?.ActivityInstanceId,
            ScheduledByActivityId = item.ScheduledBy?.Node.Id,
            Depth = item.ScheduledBy is { } by ? by.Depth + 1 : 0,
        };
        _records.Add(context);
        item.Owner?.Children.Add(context);
        if (item.Variables is { Count: > 0 })
            Declare(context, item.Variables);
        if (item.Node.Variables.Count > 0)
            context.Declare(item.Node.Variables);
        return context;
    }

    /// <summary>
    /// Loop variables belong to the body. A body that is no container writes them, as Elsa does, also over variables of that name
    /// around it: the outer loop's after an inner loop of single activities.
    /// </summary>
    private static void Declare(ActivityContext context, IReadOnlyList<VariableSlot> variables)
    {
        if (!context.IsVariableContainer)
            foreach (var variable in variables)
                if (context.Parent?.FindVariable(variable.Name) is { IsDynamic: true } outer)
                    outer.Value = variable.Value;
        context.Slots = [.. variables];
    }

    private void Invoke(ActivityContext context, Bookmark? bookmark)
    {
        EvaluateComposites(context.Parent);
        context.EvaluateInputs();
        if (!context.Node.Type.CanExecute(context))
        {
            Write(context, "Precondition Failed", null, null);
            return;
        }
        context.Status = ActivityStatus.Running;
        if (bookmark is null && BackgroundWork.IsAsked(context.Node))
            BackgroundWork.Ask(context);
        else if (bookmark is null || bookmark.Name == BackgroundWork.BookmarkName)
            context.Node.Type.Execute(context);
        else
            context.Node.Type.Resume(context);
        if (!context.Node.Type.CompletesItself && !context.CreatedBookmark && (bookmark is null || bookmark.AutoBurn))
            Complete(context, null);
        if (bookmark is { AutoBurn: true })
            Bookmarks.Remove(bookmark);
    }

    private static void EvaluateComposites(ActivityContext? ancestor)
    {
        for (; ancestor is not null; ancestor = ancestor.Parent)
            if (!ancestor.InputsEvaluated && ancestor.Node.Type is Activities.WorkflowAsActivity)
                ancestor.EvaluateInputs();
    }

    private void Fault(ActivityContext context, Exception error)
    {
        var data = ErrorData.Of(error);
        Write(context, "Faulted", error.Message, new JsonObject { ["Exception"] = data.Type, ["Message"] = error.Message });
        context.Status = ActivityStatus.Faulted;
        context.Error = data;
        for (var record = context; record is not null; record = record.Parent)
        {
            record.FaultCount++;
            record.Touched = true;
        }
        var incident = new Incident(
            context.Node.Id, context.Node.NodeId, context.Node.TypeName, context.ActivityInstanceId, error.Message, data, Now);
        _incidents.Add(incident);
        _newIncidents.Add(incident);
        var strategy = Workflow.Definition.Options.IncidentStrategy ?? Options.DefaultIncidentStrategy;
        if (strategy == IncidentStrategy.Fault && !IsFinished)
            SubStatus = WorkflowSubStatus.Faulted;
    }

    private void StopRunaway(WorkItem item)
    {
        _queue.Clear();
        var context = item.Existing ?? NewRecord(item);
        context.Touched = true;
        Fault(context, new ActivityFaultException(
            "Limit", $"More than {Options.MaxActivitiesPerBurst} activities in one burst: a loop without a wait?"));
    }

    private bool HasBookmark(ActivityNode node)
    {
        foreach (var bookmark in Bookmarks)
            if (bookmark.ActivityNodeId == node.NodeId)
                return true;
        return false;
    }

    public void Write(ActivityContext context, string eventName, string? message, JsonObject? payload)
    {
        context.Touched = true;
        _journal.Add(new JournalEntry
        {
            Sequence = _sequence++,
            Timestamp = Now,
            EventName = eventName,
            ActivityInstanceId = context.ActivityInstanceId,
            ParentActivityInstanceId = context.Parent?.ActivityInstanceId,
            ActivityId = context.Node.Id,
            ActivityType = context.Node.TypeName,
            ActivityTypeVersion = context.Node.TypeVersion,
            ActivityName = context.Node.Name,
            NodeId = context.Node.NodeId,
            Message = message,
            Payload = payload,
        });
    }
}
