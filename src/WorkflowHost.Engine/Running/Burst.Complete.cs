using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Running;

/// <summary>Scheduling, completing, cancelling and signalling of records (elsa-semantics 2.2 and 2.3).</summary>
internal sealed partial class Burst
{
    public void Schedule(
        ActivityContext owner,
        ActivityNode node,
        int tag = 0,
        IReadOnlyList<VariableSlot>? variables = null,
        bool viaBackwardConnection = false) =>
        Enqueue(new WorkItem(node, owner)
        {
            NotifyOwner = true,
            Tag = tag,
            Variables = variables,
            ViaBackwardConnection = viaBackwardConnection,
            ScheduledBy = _completing is { } child && child.Parent == owner ? child : owner,
        });

    public void Complete(ActivityContext context, IReadOnlyList<string>? outcomes)
    {
        if (context.Status != ActivityStatus.Running)
            return;
        foreach (var child in context.Children.ToArray())
            if (child.IsOpen)
                CancelInside(child);
        context.Status = ActivityStatus.Completed;
        if (outcomes is not null)
            context.JournalData["Outcomes"] = new JsonArray([.. outcomes.Select(outcome => JsonValue.Create(outcome))]);
        Write(context, "Completed", null, context.Journal?.DeepClone().AsObject());
        RemoveBookmarks(context);
        NotifyParent(context, outcomes);
        ForgetCallbacks(context);
        if (context.Parent is not null)
            context.Slots = null;
        context.CompletedAt = Now;
    }

    /// <summary>The public form: children first; by races, loops and alterations.</summary>
    public void Cancel(ActivityContext context)
    {
        if (!context.IsOpen)
            return;
        Withdraw(context);
        foreach (var child in context.Children.ToArray())
            Cancel(child);
        MarkCancelled(context);
        Send(new CancelSignal(context));
    }

    public static void Send(Signal signal)
    {
        for (var receiver = signal.Sender; receiver is not null; receiver = receiver.Parent)
            if (receiver.Node.Type.Receive(receiver, signal))
                return;
    }

    /// <summary>The internal form: self first; by the completion of the parent.</summary>
    private void CancelInside(ActivityContext context)
    {
        Withdraw(context);
        MarkCancelled(context);
        Send(new CancelSignal(context));
        foreach (var child in context.Children.ToArray())
            if (child.IsOpen)
                CancelInside(child);
    }

    /// <summary>With the whole instance: nobody reacts.</summary>
    private void CancelQuietly(ActivityContext context)
    {
        foreach (var child in context.Children.ToArray())
            CancelQuietly(child);
        if (context.IsOpen)
            MarkCancelled(context);
    }

    private void MarkCancelled(ActivityContext context)
    {
        context.Status = ActivityStatus.Canceled;
        context.CompletedAt = Now;
        Bookmarks.RemoveAll(bookmark => bookmark.ActivityNodeId == context.Node.NodeId
            && bookmark.ActivityInstanceId == context.ActivityInstanceId);
        ForgetCallbacks(context);
        Write(context, "Canceled", null, null);
        context.Node.Type.Cancelled(context);
    }

    private void NotifyParent(ActivityContext child, IReadOnlyList<string>? outcomes)
    {
        if (!child.CallbackPending || child.Parent is not { } owner)
            return;
        child.CallbackPending = false;
        var outer = _completing;
        _completing = child;
        owner.Touched = true;
        if (!owner.InputsEvaluated)
            owner.EvaluateInputs();
        owner.Node.Type.ChildCompleted(owner, child, outcomes);
        _completing = outer;
    }

    private void ForgetCallbacks(ActivityContext owner)
    {
        foreach (var child in owner.Children)
            child.CallbackPending = false;
        foreach (var item in _queue)
            if (item.Owner == owner)
                item.NotifyOwner = false;
    }

    /// <summary>What a cancelled record had queued must not run any more.</summary>
    private void Withdraw(ActivityContext context)
    {
        for (var node = _queue.First; node is not null;)
        {
            var next = node.Next;
            if (node.Value.Owner == context || node.Value.Existing == context)
                _queue.Remove(node);
            node = next;
        }
    }

    private void RemoveBookmarks(ActivityContext context)
    {
        if (Bookmarks.Count > 0)
            Bookmarks.RemoveAll(bookmark => bookmark.ActivityInstanceId == context.ActivityInstanceId);
    }
}
