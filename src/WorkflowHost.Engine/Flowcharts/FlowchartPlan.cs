using System.Collections.Concurrent;

namespace WorkflowHost.Engine.Flowcharts;

/// <summary>What is known about a flowchart before it runs; shared by all instances.</summary>
internal sealed class FlowchartPlan
{
    private readonly ConcurrentDictionary<string, FlowGraph> _graphs = new(StringComparer.Ordinal);
    private readonly ActivityNode? _start;

    public FlowchartPlan(ActivityNode flowchart)
    {
        Activities = flowchart.ChildrenIn("activities");
        Connections = FlowConnection.ReadAll(flowchart);
        _start = FindStart();
        foreach (var activity in Activities)
            MergeModes[activity] = MergeModeNames.Read(activity);
    }

    public IReadOnlyList<ActivityNode> Activities { get; }

    public IReadOnlyList<FlowConnection> Connections { get; }

    public Dictionary<ActivityNode, MergeMode> MergeModes { get; } = [];

    /// <summary>The start node of elsa-semantics 2.5; null in an empty chart.</summary>
    public ActivityNode? Start(string? triggerActivityId) =>
        triggerActivityId is null ? _start : Activities.FirstOrDefault(activity => activity.Id == triggerActivityId) ?? _start;

    public FlowGraph Graph(string? triggerActivityId)
    {
        var start = Start(triggerActivityId);
        return _graphs.GetOrAdd(start?.Id ?? "", static (_, plan) => new FlowGraph(plan.Plan.Connections, plan.Start), (Plan: this, Start: start));
    }

    private ActivityNode? FindStart() =>
        Activities.FirstOrDefault(activity => activity.TypeName == "Elsa.Start")
        ?? Activities.FirstOrDefault(activity => activity.CanStartWorkflow)
        ?? Activities.FirstOrDefault(activity => Connections.All(connection => connection.Target != activity))
        ?? (Activities.Count > 0 ? Activities[0] : null);
}
