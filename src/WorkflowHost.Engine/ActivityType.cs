using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine;

/// <summary>
/// The behaviour of one activity type. One shared object serves all instances: keep nothing in fields; what must outlive a wait
/// goes to <see cref="ActivityContext.Properties"/>. An exception that escapes becomes an incident.
/// </summary>
public abstract class ActivityType
{
    /// <summary>How the designer sees it. Name and version identify the type.</summary>
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>
    /// Runs the activity. It completes with outcome Done when this returns, unless it completed itself, created a bookmark or
    /// (<see cref="CompletesItself"/>) said that it always completes itself.
    /// </summary>
    public abstract void Execute(ActivityContext context);

    /// <summary>Continues at a bookmark; the default completes with Done. <see cref="ActivityContext.Bookmark"/> tells which one.</summary>
    public virtual void Resume(ActivityContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Complete();
    }

    /// <summary>Cleans up when the record is cancelled (not when it completes), for example to withdraw a task. Bookmarks go by themselves.</summary>
    public virtual void Cancelled(ActivityContext context)
    {
    }

    /// <summary>False: the activity is not executed now; it stays Pending and the journal says Precondition Failed.</summary>
    public virtual bool CanExecute(ActivityContext context) => true;

    /// <summary>True: never completed automatically. Containers and waits that schedule children say so.</summary>
    public virtual bool CompletesItself => false;

    /// <summary>True: completes the flowchart or sequence that holds it directly (End, Break, Complete, Finish).</summary>
    public virtual bool IsTerminal => false;

    /// <summary>
    /// Payload of the stored trigger when an activity of this type is marked as start and the definition is published; null when
    /// this type cannot start a workflow or its inputs do not allow one. Called without an instance.
    /// </summary>
    public virtual JsonObject? TriggerPayload(TriggerContext context) => null;

    /// <summary>Name of stimulus of bookmarks and triggers; the type name unless a type says otherwise.</summary>
    public virtual string StimulusName => Descriptor.TypeName;

    internal virtual IEnumerable<StoredTrigger> Triggers(ActivityNode node, CompiledWorkflow workflow, DateTimeOffset now)
    {
        if (TriggerPayload(new TriggerContext(node, workflow, now)) is { } payload)
            yield return new StoredTrigger(
                node.Id, node.TypeName, StimulusName, StimulusHasher.Hash(StimulusName, payload), payload);
    }

    internal virtual void ChildCompleted(ActivityContext owner, ActivityContext child, IReadOnlyList<string>? outcomes)
    {
    }

    /// <summary>Handles a signal at one record on its way up; true stops it.</summary>
    internal virtual bool Receive(ActivityContext receiver, Signal signal) => false;

    internal virtual object? Prepare(ActivityNode node) => null;
}
