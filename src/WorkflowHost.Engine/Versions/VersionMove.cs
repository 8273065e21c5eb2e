using System.Text.Json.Nodes;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Versions;

/// <summary>
/// What becomes of one waiting instance when it goes on in another version: judged and worked out in memory, nothing is
/// run. Steps that are done stay done; where it waits it goes on waiting, with the same bookmark.
/// </summary>
public sealed class VersionMove
{
    /// <summary>Event in the journal of an instance that was moved (elsa-semantics 3.17).</summary>
    public const string MovedEvent = "Alteration Migrate succeeded";

    /// <summary>Event in the journal when that was taken back.</summary>
    public const string TakenBackEvent = "Alteration Migrate undone";

    private readonly VersionMap _map;
    private readonly WorkflowState _before;
    private readonly WorkflowState _after;

    private VersionMove(VersionMap map, WorkflowState before, StateMove moved)
    {
        _map = map;
        _before = before;
        _after = moved.State;
        Waits = moved.Waits;
        Problems = moved.Problems;
        LostVariables = moved.LostVariables;
        SkippedSteps = moved.SkippedSteps;
    }

    /// <summary>Where it stands now and would stand then.</summary>
    public IReadOnlyList<MoveWait> Waits { get; }

    /// <summary>Empty when it can go on by itself.</summary>
    public IReadOnlyList<MoveProblem> Problems { get; }

    /// <summary>Names of variables that hold a value and that the new version does not know.</summary>
    public IReadOnlyList<string> LostVariables { get; }

    /// <summary>Display names of new steps that lie behind it and will not be done in this case.</summary>
    public IReadOnlyList<string> SkippedSteps { get; }

    /// <summary>Judges one instance.</summary>
    /// <param name="map">From the version it runs on to the other one.</param>
    /// <param name="state">Its state; it must be running on <see cref="VersionMap.From"/>.</param>
    /// <param name="finishedNodeIds">Node ids of activities it has completed; asked for only when that matters.</param>
    public static VersionMove Of(VersionMap map, WorkflowState state, Func<IReadOnlySet<string>> finishedNodeIds)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(state);
        if (state.DefinitionVersionId != map.From.Definition.Id)
            throw new ArgumentException("The instance runs on another version than the map begins with.", nameof(state));
        return new VersionMove(map, state, new StateMove(map, state, finishedNodeIds));
    }

    /// <summary>The commit that carries it out. No bookmark is made or burnt; the ids inside <see cref="WorkflowCommit.State"/> count.</summary>
    /// <exception cref="InvalidOperationException">There are problems.</exception>
    public WorkflowCommit Apply(DateTimeOffset now)
    {
        if (Problems.Count > 0)
            throw new InvalidOperationException("An instance with problems is not moved.");
        var about = new JsonObject
        {
            ["FromVersion"] = _before.DefinitionVersion,
            ["ToVersion"] = _after.DefinitionVersion,
        };
        return Commit(_after, _map.To, MovedEvent, about, now);
    }

    /// <summary>The commit that takes a move back: the state from before it, with the journal going on.</summary>
    /// <param name="original">The version it ran on before.</param>
    /// <param name="before">State before the move.</param>
    /// <param name="current">State now; nothing but the move must have happened in between.</param>
    /// <param name="now">Time of the commit, UTC.</param>
    public static WorkflowCommit TakeBack(
        CompiledWorkflow original, WorkflowState before, WorkflowState current, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(original);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(current);
        var about = new JsonObject
        {
            ["FromVersion"] = current.DefinitionVersion,
            ["ToVersion"] = before.DefinitionVersion,
        };
        return Commit(before with { NextSequence = current.NextSequence }, original, TakenBackEvent, about, now);
    }

    private static WorkflowCommit Commit(
        WorkflowState state, CompiledWorkflow workflow, string eventName, JsonObject about, DateTimeOffset now)
    {
        var root = state.Records.FirstOrDefault(record => record.ParentId is null);
        var entry = new JournalEntry
        {
            Sequence = state.NextSequence,
            Timestamp = now,
            EventName = eventName,
            ActivityInstanceId = root?.Id ?? state.InstanceId,
            ActivityId = workflow.Workflow.Id,
            ActivityType = workflow.Workflow.TypeName,
            NodeId = workflow.Workflow.NodeId,
            Source = "Migrate",
            Payload = about,
        };
        var next = state with { NextSequence = state.NextSequence + 1, UpdatedAt = now };
        return new WorkflowCommit
        {
            InstanceId = next.InstanceId,
            DefinitionId = next.DefinitionId,
            DefinitionVersionId = next.DefinitionVersionId,
            DefinitionVersion = next.DefinitionVersion,
            State = next,
            Status = next.Status,
            SubStatus = next.SubStatus,
            Name = next.Name,
            CorrelationId = next.CorrelationId,
            ParentInstanceId = next.ParentInstanceId,
            Journal = [entry],
            Output = next.Output,
        };
    }
}
