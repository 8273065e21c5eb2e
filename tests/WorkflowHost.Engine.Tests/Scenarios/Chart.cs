using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Scenarios;

/// <summary>
/// Flowcharts in a line: <c>s>a, d:True>c</c>. Single words are WriteLine activities that print their id; words given by
/// <see cref="Waiting"/> wait; others are defined by <see cref="With"/>.
/// </summary>
public sealed class Chart
{
    private readonly string _arrows;
    private readonly Dictionary<string, JsonObject> _special = [];
    private readonly JsonArray _variables = [];
    private readonly JsonObject _options = [];
    private readonly HashSet<string> _waiting = [];

    private Chart(string arrows) => _arrows = arrows;

    public static Chart Of(string arrows) => new(arrows);

    public static JsonObject Literal(JsonNode? value) => Expression("Literal", value);

    public static JsonObject Script(string source) => Expression("JavaScript", source);

    public static JsonObject Activity(string type, string id, params (string Name, JsonNode? Value)[] members)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in members)
            activity[name] = value;
        return activity;
    }

    public static JsonObject Line(string id) => Activity("Elsa.WriteLine", id, ("text", Literal(id)));

    public static JsonObject Sequence(string id, params JsonObject[] children) =>
        Activity("Elsa.Sequence", id, ("activities", new JsonArray([.. children])));

    public static JsonObject Variable(string name, string type = "Object", JsonNode? value = null, bool stored = true) => new()
    {
        ["id"] = name,
        ["name"] = name,
        ["typeName"] = type,
        ["value"] = value,
        ["storageDriverTypeName"] = stored ? "WorkflowInstanceStorageDriver" : null,
    };

    public static string Definition(string id, JsonObject root, Action<JsonObject>? more = null)
    {
        var definition = new JsonObject
        {
            ["id"] = id + "-v1", ["definitionId"] = id, ["name"] = id, ["version"] = 1, ["isLatest"] = true, ["isPublished"] = true, ["root"] = root,
        };
        more?.Invoke(definition);
        return definition.ToJsonString();
    }

    public Chart Waiting(params string[] ids)
    {
        _waiting.UnionWith(ids);
        return this;
    }

    public Chart With(JsonObject activity)
    {
        _special[(string)activity["id"]!] = activity;
        return this;
    }

    public Chart Decision(string id, bool value) => With(Activity("Elsa.FlowDecision", id, ("condition", Literal(value))));

    public Chart Join(string id, string mode) => With(Activity("Elsa.FlowJoin", id, ("mode", Literal(mode))));

    public Chart Merge(string id, string mode)
    {
        var activity = _special.TryGetValue(id, out var known) ? known : _waiting.Contains(id) ? Activity("Test.Wait", id) : Line(id);
        activity["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return With(activity);
    }

    public Chart Var(JsonObject variable)
    {
        _variables.Add(variable);
        return this;
    }

    public Chart Continue()
    {
        _options["incidentStrategyType"] = "ContinueWithIncidentsStrategy";
        return this;
    }

    public JsonObject Root()
    {
        var ids = new List<string>();
        var connections = new JsonArray();
        foreach (var arrow in _arrows.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = arrow.Split('>');
            for (var index = 0; index < ends.Length; index++)
            {
                var source = ends[index].Split(':');
                if (!ids.Contains(source[0]))
                    ids.Add(source[0]);
                if (index + 1 < ends.Length)
                    connections.Add(new JsonObject
                    {
                        ["source"] = new JsonObject { ["activity"] = source[0], ["port"] = source.Length > 1 ? source[1] : "Done" },
                        ["target"] = new JsonObject { ["activity"] = ends[index + 1].Split(':')[0], ["port"] = "In" },
                    });
            }
        }
        var activities = new JsonArray([.. ids.Select(Node)]);
        return Activity("Elsa.Flowchart", "f", ("activities", activities), ("connections", connections));
    }

    public string Json() => Definition("chart", Root(), definition =>
    {
        definition["variables"] = _variables;
        definition["options"] = _options;
    });

    private JsonNode Node(string id) =>
        _special.TryGetValue(id, out var special) ? special : _waiting.Contains(id) ? Activity("Test.Wait", id) : Line(id);

    private static JsonObject Expression(string type, JsonNode? value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };
}
