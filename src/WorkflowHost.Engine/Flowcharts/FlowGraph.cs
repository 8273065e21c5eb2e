namespace WorkflowHost.Engine.Flowcharts;

/// <summary>
/// The arrows of a flowchart seen from one start node: which run forward and which close a cycle (elsa-semantics 2.5). Computed
/// once per start node and shared; the lists are never changed afterwards.
/// </summary>
internal sealed class FlowGraph
{
    private static readonly List<FlowConnection> None = [];

    private readonly Dictionary<ActivityNode, List<FlowConnection>> _outbound;
    private readonly Dictionary<ActivityNode, List<FlowConnection>> _inbound;
    private readonly Dictionary<ActivityNode, List<FlowConnection>> _forwardInbound;
    private readonly HashSet<FlowConnection> _forward;
    private readonly Dictionary<ActivityNode, HashSet<ActivityNode>> _ancestors = [];
    private readonly Dictionary<FlowConnection, bool> _isValidBackward = [];
    private readonly ActivityNode? _start;

    public FlowGraph(IReadOnlyList<FlowConnection> connections, ActivityNode? start)
    {
        _start = start;
        _outbound = connections.GroupBy(connection => connection.Source).ToDictionary(group => group.Key, group => group.ToList());
        _inbound = connections.GroupBy(connection => connection.Target).ToDictionary(group => group.Key, group => group.ToList());
        var forward = start is null ? [] : Forward(connections, start);
        _forward = [.. forward];
        _forwardInbound = forward.GroupBy(connection => connection.Target).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var target in _inbound.Keys)
            _ancestors[target] = AncestorsOf(target);
        foreach (var connection in connections)
            if (!_forward.Contains(connection))
                _isValidBackward[connection] = IsValidBackward(connection);
    }

    public List<FlowConnection> Outbound(ActivityNode node) => _outbound.GetValueOrDefault(node, None);

    public List<FlowConnection> Inbound(ActivityNode node) => _inbound.GetValueOrDefault(node, None);

    public List<FlowConnection> ForwardInbound(ActivityNode node) => _forwardInbound.GetValueOrDefault(node, None);

    public bool IsBackward(FlowConnection connection) => !_forward.Contains(connection);

    /// <summary>True when every way from the source back to the start leads over the target.</summary>
    public bool IsValidBackwardConnection(FlowConnection connection) => _isValidBackward.GetValueOrDefault(connection);

    /// <summary>Neither the start nor the target of a forward arrow.</summary>
    public bool IsDangling(ActivityNode node) => node != _start && !_forwardInbound.ContainsKey(node);

    /// <summary>Everything that comes before a node over forward arrows.</summary>
    public HashSet<ActivityNode> Ancestors(ActivityNode node) => _ancestors.GetValueOrDefault(node) ?? [];

    private HashSet<ActivityNode> AncestorsOf(ActivityNode node)
    {
        var ancestors = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([node]);
        while (queue.TryDequeue(out var current))
            foreach (var connection in ForwardInbound(current))
                if (ancestors.Add(connection.Source))
                    queue.Enqueue(connection.Source);
        return ancestors;
    }

    /// <summary>Breadth first from the start; an arrow that would close a cycle over those taken so far is backward.</summary>
    private List<FlowConnection> Forward(IReadOnlyList<FlowConnection> connections, ActivityNode start)
    {
        var edges = new List<(ActivityNode Source, ActivityNode Target)>();
        var taken = new HashSet<(ActivityNode, ActivityNode)>();
        var next = new Dictionary<ActivityNode, List<ActivityNode>>();
        var visited = new HashSet<ActivityNode>();
        var queue = new Queue<ActivityNode>([start]);
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var connection in Outbound(source))
            {
                var target = connection.Target;
                if (taken.Contains((source, target)) || Reaches(next, target, source))
                    continue;
                taken.Add((source, target));
                edges.Add((source, target));
                if (!next.TryGetValue(source, out var targets))
                    next[source] = targets = [];
                targets.Add(target);
                if (!visited.Contains(target))
                    queue.Enqueue(target);
            }
        }
        return edges
            .SelectMany(edge => connections.Where(connection => connection.Source == edge.Source && connection.Target == edge.Target))
            .Distinct()
            .ToList();
    }

    private static bool Reaches(Dictionary<ActivityNode, List<ActivityNode>> next, ActivityNode from, ActivityNode to)
    {
        var seen = new HashSet<ActivityNode>();
        var stack = new Stack<ActivityNode>([from]);
        while (stack.TryPop(out var current))
        {
            if (current == to)
                return true;
            if (seen.Add(current) && next.TryGetValue(current, out var targets))
                foreach (var target in targets)
                    stack.Push(target);
        }
        return false;
    }

    /// <summary>Without the target, the start must be out of reach going backwards from the source.</summary>
    private bool IsValidBackward(FlowConnection connection)
    {
        if (_start is null)
            return false;
        if (connection.Source == connection.Target || connection.Target == _start)
            return true;
        var seen = new HashSet<ActivityNode> { connection.Target };
        var stack = new Stack<ActivityNode>([connection.Source]);
        while (stack.TryPop(out var current))
        {
            if (current == _start)
                return false;
            if (seen.Add(current))
                foreach (var inbound in ForwardInbound(current))
                    stack.Push(inbound.Source);
        }
        return true;
    }
}
