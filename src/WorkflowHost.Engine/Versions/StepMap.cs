using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Versions;

/// <summary>An arrow of a flowchart, by the ids of its steps.</summary>
internal readonly record struct StepArrow(string From, string Outcome, string To);

// One step where it stands. Parent: id of the container and its port, without the place in a list. Before: the step before
// it in a sequence; null for the first, and where no order matters.
internal sealed record Step(string Id, string Name, string Type, JsonObject Json, string Parent, Step? Before)
{
    /// <summary>The nearest step before it that the other version has there too: what came in or went out between moves nobody.</summary>
    public string? FollowsIn(StepMap other)
    {
        for (var at = Before; at is not null; at = at.Before)
        {
            if (other.Steps.TryGetValue(at.Id, out var there) && there.Parent == at.Parent)
                return at.Id;
        }

        return null;
    }
}

/// <summary>The steps and arrows of a definition by id.</summary>
internal sealed class StepMap
{
    private readonly Dictionary<string, Step> _steps = new(StringComparer.Ordinal);
    private readonly HashSet<StepArrow> _arrows = [];

    /// <summary>In document order, containers before what they hold; the root is not among them.</summary>
    public IReadOnlyDictionary<string, Step> Steps => _steps;

    public IReadOnlySet<StepArrow> Arrows => _arrows;

    public static StepMap Of(JsonObject root)
    {
        var map = new StepMap();
        map.Add(root, "");
        return map;
    }

    public string NameOf(string id) => _steps.GetValueOrDefault(id)?.Name ?? id;

    private void Add(JsonObject container, string containerId)
    {
        foreach (var arrow in (ActivityJson.List(ActivityJson.Member(container, "connections")) ?? []).OfType<JsonObject>())
            AddArrow(arrow);
        var isSequence = ActivityJson.Text(container, "type") == "Elsa.Sequence";
        Step? before = null;
        foreach (var (port, activity) in ActivityJson.Children(container))
        {
            var id = ActivityJson.Text(activity, "id") ?? $"{containerId}/{port}";
            var slot = port.EndsWith(']') ? port[..port.LastIndexOf('[')] : port;
            var step = new Step(id, NameOf(activity, id), ActivityJson.Text(activity, "type") ?? "", activity, $"{containerId}/{slot}", before);
            _steps[id] = step;
            before = isSequence ? step : null;
            Add(activity, id);
        }
    }

    private void AddArrow(JsonObject arrow)
    {
        if (arrow["source"] is JsonObject from && arrow["target"] is JsonObject to
            && ActivityJson.Text(from, "activity") is { } source && ActivityJson.Text(to, "activity") is { } target)
            _arrows.Add(new StepArrow(source, ActivityJson.Text(from, "port") ?? "Done", target));
    }

    private static string NameOf(JsonObject activity, string id) =>
        (ActivityJson.Member(activity, "metadata") is JsonObject metadata ? ActivityJson.Text(metadata, "displayText") : null) is { Length: > 0 } shown
            ? shown
            : ActivityJson.Text(activity, "name") is { Length: > 0 } name ? name : id;
}
