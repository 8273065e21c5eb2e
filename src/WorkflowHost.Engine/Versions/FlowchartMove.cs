using WorkflowHost.Engine.Flowcharts;
using WorkflowHost.Engine.Running;

namespace WorkflowHost.Engine.Versions;

/// <summary>
/// A running flowchart in another version: its tokens and counters under the new ids, and what the new arrows would do to
/// an instance that stands where it stands.
/// </summary>
internal sealed class FlowchartMove
{
    private readonly VersionMap _map;
    private readonly IReadOnlyList<ActivityNode> _open;
    private readonly Lazy<IReadOnlySet<string>> _finished;
    private readonly List<MoveProblem> _problems;
    private readonly List<string> _skipped;
    private readonly FlowchartPlan _old;
    private readonly FlowchartPlan _new;
    private readonly Dictionary<FlowConnection, FlowConnection> _arrows = [];

    public FlowchartMove(
        VersionMap map, ActivityNode old, ActivityNode target, IReadOnlyList<ActivityNode> open,
        Lazy<IReadOnlySet<string>> finished, List<MoveProblem> problems, List<string> skipped)
    {
        _map = map;
        _open = open;
        _finished = finished;
        _problems = problems;
        _skipped = skipped;
        _old = (FlowchartPlan)old.Prepared!; // set when the node is compiled
        _new = (FlowchartPlan)target.Prepared!; // set when the node is compiled
        foreach (var arrow in _old.Connections)
        {
            if (_new.Connections.FirstOrDefault(candidate => IsSame(arrow, candidate)) is { } counterpart)
                _arrows.Add(arrow, counterpart);
        }
    }

    public RecordState Move(RecordState record)
    {
        var ahead = Reach(_new, [.. _open.Select(node => _map.TargetOf(node.NodeId)).OfType<ActivityNode>()]);
        var aheadBefore = Reach(_old, _open);
        CheckRepetitions(ahead, aheadBefore);
        CheckJoins(record.Flow, ahead);
        var here = _open.Select(node => _map.TargetOf(node.NodeId)).ToHashSet();
        _skipped.AddRange(_new.Activities
            .Where(step => _map.SourceOf(step.NodeId) is null && !ahead.Contains(step) && !here.Contains(step))
            .Select(step => step.Name ?? step.Id));
        return record with { Flow = record.Flow is { } flow ? Move(flow) : null };
    }

    private void CheckRepetitions(HashSet<ActivityNode> ahead, HashSet<ActivityNode> aheadBefore)
    {
        foreach (var step in ahead)
        {
            if (_map.SourceOf(step.NodeId) is { } source && !aheadBefore.Contains(source)
                && !_open.Contains(source) && _finished.Value.Contains(source.NodeId))
                _problems.Add(MoveProblem.About(MoveProblem.StepRepeated, step));
        }
    }

    // Only new arrows are judged: what an old one does, it would do in the old version too.
    private void CheckJoins(FlowchartState? flow, HashSet<ActivityNode> ahead)
    {
        var known = _arrows.Values.ToHashSet();
        var here = _open.Select(node => _map.TargetOf(node.NodeId)).ToHashSet();
        foreach (var arrow in _new.Connections.Where(arrow => !known.Contains(arrow)))
        {
            var join = arrow.Target;
            var isMet = ahead.Contains(join) || flow?.Tokens.Exists(token => token.IsLive && NewId(token.To) == join.Id) == true;
            if (isMet && WaitsForAll(join) && !here.Contains(arrow.Source) && !ahead.Contains(arrow.Source))
                _problems.Add(MoveProblem.About(MoveProblem.JoinStuck, join));
        }
    }

    private bool WaitsForAll(ActivityNode join) =>
        _new.Connections.Count(arrow => arrow.Target == join) > 1
        && (_new.MergeModes.GetValueOrDefault(join) switch
        {
            MergeMode.Merge or MergeMode.Converge => true,
            MergeMode.Join => ActivityJson.Member(join.Json, "mode")?.ToJsonString().Contains("WaitAll", StringComparison.Ordinal) == true,
            _ => false,
        });

    private FlowchartState Move(FlowchartState flow)
    {
        var moved = new FlowchartState();
        foreach (var token in flow.Tokens)
        {
            var arrow = _old.Connections.FirstOrDefault(arrow =>
                arrow.Source.Id == token.From && arrow.Target.Id == token.To && (arrow.Port ?? "Done") == token.Outcome);
            if (arrow is not null && _arrows.TryGetValue(arrow, out var there))
                moved.Tokens.Add(token with { From = there.Source.Id, To = there.Target.Id });
            else if (token.IsLive && !_open.Any(node => node.Id == token.To) && arrow is not null)
                _problems.Add(MoveProblem.About(MoveProblem.BranchLost, arrow.Target));
        }

        foreach (var (id, visits) in flow.ActivityVisits)
        {
            if (NewId(id) is { } there)
                moved.ActivityVisits[there] = visits;
        }

        foreach (var (arrow, there) in _arrows)
        {
            if (flow.ConnectionVisits.TryGetValue(arrow.Key, out var visits))
                moved.ConnectionVisits[there.Key] = visits;
            if (flow.LastVisitFollowed.TryGetValue(arrow.Key, out var followed))
                moved.LastVisitFollowed[there.Key] = followed;
        }

        return moved;
    }

    private string? NewId(string id) =>
        _old.Activities.FirstOrDefault(step => step.Id == id) is { } step ? _map.TargetOf(step.NodeId)?.Id : null;

    private bool IsSame(FlowConnection old, FlowConnection candidate) =>
        _map.TargetOf(old.Source.NodeId) == candidate.Source
        && _map.TargetOf(old.Target.NodeId) == candidate.Target
        && old.Port == candidate.Port;

    /// <summary>Everything that can come after the given steps; they themselves only when a loop leads back to them.</summary>
    private static HashSet<ActivityNode> Reach(FlowchartPlan plan, IReadOnlyList<ActivityNode> from)
    {
        var reached = new HashSet<ActivityNode>();
        var open = new Stack<ActivityNode>(from);
        while (open.TryPop(out var step))
        {
            foreach (var arrow in plan.Connections)
            {
                if (arrow.Source == step && reached.Add(arrow.Target))
                    open.Push(arrow.Target);
            }
        }

        return reached;
    }
}
