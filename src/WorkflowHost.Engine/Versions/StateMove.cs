using System.Text.Json.Nodes;
using WorkflowHost.Engine.Activities;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Versions;

/// <summary>Translates the state of one instance record by record, and collects what speaks against it.</summary>
internal sealed class StateMove
{
    private readonly VersionMap _map;
    private readonly WorkflowState _state;
    private readonly Lazy<IReadOnlySet<string>> _finished;
    private readonly ILookup<string?, RecordState> _children;
    private readonly List<MoveWait> _waits = [];
    private readonly List<MoveProblem> _problems = [];
    private readonly List<string> _lost = [];
    private readonly List<string> _skipped = [];

    public StateMove(VersionMap map, WorkflowState state, Func<IReadOnlySet<string>> finished)
    {
        _map = map;
        _state = state;
        _finished = new Lazy<IReadOnlySet<string>>(finished);
        _children = state.Records.ToLookup(record => record.ParentId);
        FindWaits();
        var definition = map.To.Definition;
        State = state with
        {
            DefinitionVersionId = definition.Id,
            DefinitionVersion = definition.Version,
            TriggerActivityId = Trigger(state.TriggerActivityId),
            Records = [.. state.Records.Select(Move)],
            Bookmarks = [.. state.Bookmarks.Select(Move)],
            Incidents = [.. state.Incidents.Select(Move)],
            Queue = [.. state.Queue.Select(work => work with { NodeId = Target(work.NodeId) })],
        };
    }

    /// <summary>Of use only when there are no problems.</summary>
    public WorkflowState State { get; }

    public IReadOnlyList<MoveWait> Waits => _waits;

    public IReadOnlyList<MoveProblem> Problems => _problems;

    public IReadOnlyList<string> LostVariables => _lost;

    public IReadOnlyList<string> SkippedSteps => _skipped;

    private void FindWaits()
    {
        foreach (var record in _state.Records.Where(record => !_children[record.Id].Any()).Reverse())
        {
            if (_map.From.FindNode(record.NodeId) is not { } node)
                continue;
            var bookmark = _state.Bookmarks.FirstOrDefault(bookmark => bookmark.ActivityInstanceId == record.Id);
            _waits.Add(new MoveWait(
                record.Id, node, _map.TargetOf(record.NodeId), bookmark?.Id, record.Status == ActivityStatus.Faulted));
        }

        foreach (var merged in _waits.Where(wait => wait.To is not null).GroupBy(wait => wait.To))
        {
            if (merged.Select(wait => wait.From.NodeId).Distinct().Count() > 1)
                _problems.Add(MoveProblem.About(MoveProblem.StepsMerged, merged.First().From));
        }
    }

    private RecordState Move(RecordState record)
    {
        if (_map.From.FindNode(record.NodeId) is not { } old)
            return record;
        if (_map.TargetOf(record.NodeId) is not { } target)
        {
            // The container is named, and not each of its steps again.
            if (_map.TargetOf(old.Parent?.NodeId ?? "") is not null)
                _problems.Add(MoveProblem.About(_map.GapOf(record.NodeId), old));
            return record;
        }

        NoteLostVariables(record, old, target);
        var moved = record with { NodeId = target.NodeId, Variables = Variables(record, old, target) };
        return target.Type switch
        {
            Flowchart => new FlowchartMove(_map, old, target, OpenChildren(record), _finished, _problems, _skipped).Move(moved),
            Sequence => new SequenceMove(_map, old, target, OpenChildren(record), _finished, _problems, _skipped).Move(moved),
            StateMachine when !JsonNode.DeepEquals(old.Json, target.Json) => Unmovable(moved, old),
            _ => moved,
        };
    }

    private RecordState Unmovable(RecordState record, ActivityNode node)
    {
        _problems.Add(MoveProblem.About(MoveProblem.ContainerChanged, node));
        return record;
    }

    private List<ActivityNode> OpenChildren(RecordState record) =>
        [.. _children[record.Id].Select(child => child.NodeId)
            .Concat(_state.Queue.Where(work => work.OwnerId == record.Id).Select(work => work.NodeId))
            .Select(_map.From.FindNode).OfType<ActivityNode>().Distinct()];

    // A variable keeps its value when its id or its name is still there.
    private static List<StoredVariable> Variables(RecordState record, ActivityNode old, ActivityNode target) =>
        [.. record.Variables.Select(variable => variable.IsDynamic || Counterpart(variable, old, target) is not { } found
            ? variable
            : variable with { Id = found.Id })];

    private void NoteLostVariables(RecordState record, ActivityNode old, ActivityNode target)
    {
        foreach (var variable in record.Variables)
        {
            if (!variable.IsDynamic && variable.Value is not null && Counterpart(variable, old, target) is null)
                _lost.Add(old.Variables.FirstOrDefault(known => known.Id == variable.Id)?.Name ?? variable.Id);
        }
    }

    private static VariableDefinition? Counterpart(StoredVariable variable, ActivityNode old, ActivityNode target)
    {
        var name = old.Variables.FirstOrDefault(known => known.Id == variable.Id)?.Name;
        var found = target.Variables.FirstOrDefault(known => known.Id == variable.Id)
            ?? target.Variables.FirstOrDefault(known => known.Name == name);
        return found is { Storage: VariableStorage.Instance } ? found : null;
    }

    private Bookmark Move(Bookmark bookmark) => _map.TargetOf(bookmark.ActivityNodeId) is { } target
        ? bookmark with { ActivityId = target.Id, ActivityNodeId = target.NodeId }
        : bookmark;

    private Incident Move(Incident incident) => _map.TargetOf(incident.ActivityNodeId) is { } target
        ? incident with { ActivityId = target.Id, ActivityNodeId = target.NodeId }
        : incident;

    private string? Trigger(string? activityId) =>
        activityId is not null && _map.From.FindActivity(activityId) is { } old ? _map.TargetOf(old.NodeId)?.Id ?? activityId : activityId;

    private string Target(string nodeId) => _map.TargetOf(nodeId)?.NodeId ?? nodeId;
}
