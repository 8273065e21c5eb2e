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

    /// <summary>
    /// Reads a list of connections in any of the accepted forms; those to unknown ids are dropped, doubles too. Connections Elsa
    /// parked because it did not know a type come back when both ends are here.
    /// </summary>
    /// <exception cref="WorkflowDefinitionException">An unknown id in the classic flat form.</exception>
    public static List<FlowConnection> ReadAll(ActivityNode flowchart)
    {
        var activities = flowchart.ChildrenIn("activities");
        var connections = new List<FlowConnection>();
        foreach (var item in Items(ActivityJson.Member(flowchart.Json, "connections")).Concat(Items(flowchart.CustomProperty("notFoundConnections"))))
            if (item is JsonObject connection && Read(connection, activities) is { } read && !connections.Contains(read))
                connections.Add(read);
        return connections;
    }

    private static IEnumerable<JsonNode?> Items(JsonNode? json) =>
        ActivityJson.List(json) ?? (json is JsonObject single ? [single] : Enumerable.Empty<JsonNode?>());

    private static FlowConnection? Read(JsonObject json, IReadOnlyList<ActivityNode> activities)
    {
        var (sourceId, port) = End(json, "source", "sourcePort", null);
        var (targetId, targetPort) = End(json, "target", "targetPort", "In");
        var source = activities.FirstOrDefault(activity => activity.Id == sourceId);
        var target = activities.FirstOrDefault(activity => activity.Id == targetId);
        if (source is not null && target is not null)
            return new FlowConnection(source, port, target, targetPort ?? "In");
        return ActivityJson.Member(json, "source") is JsonValue
            ? throw new WorkflowDefinitionException($"A connection names an activity that is not there: '{(source is null ? sourceId : targetId)}'.")
            : null;
    }

    private static (string? Id, string? Port) End(JsonObject json, string name, string flatPort, string? fallback) =>
        ActivityJson.Member(json, name) switch
        {
            JsonObject end => (ActivityJson.Text(end, "activity"), ActivityJson.Text(end, "port") ?? fallback),
            JsonValue id => ((string?)id, ActivityJson.Text(json, flatPort) ?? fallback),
            _ => (null, null),
        };
}
