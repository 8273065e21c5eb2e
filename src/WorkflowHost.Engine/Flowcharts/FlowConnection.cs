using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Flowcharts;

/// <summary>An arrow between two activities of one flowchart (elsa-semantics 1.4).</summary>
internal sealed record FlowConnection(ActivityNode Source, string? Port, ActivityNode Target, string TargetPort)
{
    /// <summary>The key of elsa-semantics 2.6.</summary>
    public string Key { get; } = $"{Source.Id}:{Port}->{Target.Id}:{TargetPort}";

    /// <summary>Null outcomes are the default ones: Done, and connections without a port.</summary>
    public bool IsFollowed(IReadOnlyList<string>? outcomes) =>
        outcomes is null ? Port is null or "Done" : Port is not null && outcomes.Contains(Port);

    /// <summary>Reads a list of connections in any of the accepted forms; those to unknown ids are dropped, doubles too.</summary>
    public static List<FlowConnection> ReadAll(ActivityNode flowchart)
    {
        var json = ActivityJson.Member(flowchart.Json, "connections");
        var items = ActivityJson.List(json) ?? (json is JsonObject single ? [single.DeepClone()] : []);
        var activities = flowchart.ChildrenIn("activities");
        var connections = new List<FlowConnection>();
        foreach (var item in items)
            if (item is JsonObject connection && Read(connection, activities) is { } read && !connections.Contains(read))
                connections.Add(read);
        return connections;
    }

    private static FlowConnection? Read(JsonObject json, IReadOnlyList<ActivityNode> activities)
    {
        var (sourceId, port) = End(json, "source", "sourcePort", null);
        var (targetId, targetPort) = End(json, "target", "targetPort", "In");
        var source = activities.FirstOrDefault(activity => activity.Id == sourceId);
        var target = activities.FirstOrDefault(activity => activity.Id == targetId);
        return source is null || target is null ? null : new FlowConnection(source, port, target, targetPort ?? "In");
    }

    private static (string? Id, string? Port) End(JsonObject json, string name, string flatPort, string? fallback) =>
        ActivityJson.Member(json, name) switch
        {
            JsonObject end => (ActivityJson.Text(end, "activity"), ActivityJson.Text(end, "port") ?? fallback),
            JsonValue id => ((string?)id, ActivityJson.Text(json, flatPort) ?? fallback),
            _ => (null, null),
        };
}
