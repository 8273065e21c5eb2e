using WorkflowHost.Engine.Flowcharts;

namespace WorkflowHost.Engine.Versions;

/// <summary>
/// Which activity of one version of a definition stands for which of another: the same id inside the same container, or
/// the id a designer named. Made once per pair of versions, immutable, thread-safe.
/// </summary>
public sealed class VersionMap
{
    private readonly Dictionary<string, ActivityNode> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ActivityNode> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _gaps = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _renamed;

    /// <param name="from">The version instances run on.</param>
    /// <param name="to">The version they shall run on; another version of the same definition.</param>
    /// <param name="renamed">Old activity id or node id to new activity id, where ids changed; null = none.</param>
    public VersionMap(CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, string>? renamed = null)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        From = from;
        To = to;
        _renamed = renamed ?? new Dictionary<string, string>();
        Pair(from.Workflow, to.Workflow);
    }

    /// <summary>The version instances run on.</summary>
    public CompiledWorkflow From { get; }

    /// <summary>The version they shall run on.</summary>
    public CompiledWorkflow To { get; }

    /// <summary>Named ids that lead nowhere: the old one is unknown, or the new one is unknown or of another kind. Old id to new id.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> DeadNames =>
        [.. _renamed.Where(name => !_targets.Any(pair => IsNamed(name, pair.Key, pair.Value)))];

    /// <summary>The activity of the new version that stands for this node; null when there is none, <see cref="GapOf"/> says why.</summary>
    public ActivityNode? TargetOf(string nodeId) => _targets.GetValueOrDefault(nodeId);

    /// <summary>The node of the old version that this one of the new version stands for; null when it is new.</summary>
    public ActivityNode? SourceOf(string nodeId) => _sources.GetValueOrDefault(nodeId);

    /// <summary>Why a node of the old version has no target: one of <see cref="MoveProblem"/>'s codes.</summary>
    public string GapOf(string nodeId) => _gaps.GetValueOrDefault(nodeId, MoveProblem.StepVanished);

    /// <summary>Whether a step goes on after that outcome; outside of flowcharts every outcome does.</summary>
    public static bool LeadsOn(ActivityNode step, string outcome)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Parent?.Prepared is not FlowchartPlan plan
            || plan.Connections.Any(arrow => arrow.Source == step && arrow.IsFollowed([outcome]));
    }

    private void Pair(ActivityNode old, ActivityNode target)
    {
        _targets[old.NodeId] = target;
        _sources.TryAdd(target.NodeId, old);
        foreach (var child in old.ChildList)
        {
            if (Counterpart(child, target) is { } found)
                Pair(child, found);
        }
    }

    private ActivityNode? Counterpart(ActivityNode child, ActivityNode target)
    {
        var name = _renamed.GetValueOrDefault(child.NodeId) ?? _renamed.GetValueOrDefault(child.Id);
        var id = name ?? child.Id;
        // The outermost container is the same thing whatever the designer calls it.
        var found = target.ChildList.Find(candidate => candidate.Id == id)
            ?? (name is null && target.TypeName == "Elsa.Workflow" ? target.ChildList.FirstOrDefault() : null);
        if (found?.TypeName == child.TypeName)
            return found;
        _gaps[child.NodeId] = found is not null ? MoveProblem.StepOfOtherKind
            : To.FindActivity(id) is not null ? MoveProblem.StepElsewhere
            : MoveProblem.StepVanished;
        return null;
    }

    private static bool IsNamed(KeyValuePair<string, string> name, string oldNodeId, ActivityNode target) =>
        target.Id == name.Value
        && (oldNodeId == name.Key || oldNodeId.EndsWith(":" + name.Key, StringComparison.Ordinal));
}
