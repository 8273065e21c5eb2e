using System.Text.Json.Nodes;

namespace WorkflowHost.Tests.Running;

/// <summary>
/// Writes a flowchart as Elsa Studio would. Values: <c>=script</c>, <c>-&gt;Variable</c> for an output, <c>[a,b]</c> for a
/// list of outcomes, anything else literal text.
/// </summary>
public sealed class WorkflowText
{
    private readonly JsonArray _variables = [];
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private readonly string _id;

    private WorkflowText(string id) => _id = id;

    public JsonObject Json => new()
    {
        ["id"] = _id + "-1",
        ["definitionId"] = _id,
        ["name"] = _id,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = _variables.DeepClone(),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = _activities.DeepClone(),
            ["connections"] = _connections.DeepClone(),
        },
    };

    public static WorkflowText Flow(string id) => new(id);

    public WorkflowText Variable(string name, string typeName)
    {
        _variables.Add(new JsonObject
        {
            ["id"] = "var-" + name,
            ["name"] = name,
            ["typeName"] = typeName,
            ["isArray"] = false,
            ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver",
        });
        return this;
    }

    public WorkflowText Step(string id, string type, params (string Name, string Value)[] values) => Step(id, type, false, values);

    public WorkflowText Step(string id, string type, bool canStart, params (string Name, string Value)[] values)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["name"] = id,
            ["type"] = type,
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["canStartWorkflow"] = canStart },
        };
        foreach (var (name, value) in values)
            activity[name] = Wrap(value);
        _activities.Add(activity);
        return this;
    }

    /// <summary>A check by a nurse that may say fit or again.</summary>
    public WorkflowText Task(string id, params (string Name, string Value)[] values) => Step(
        id, "WorkflowHost.FormTask", [("form", "check"), ("role", "nurse"), ("site", "north"), ("outcomes", "[fit,again]"), .. values]);

    public WorkflowText Connect(string from, string to, string port = "Done")
    {
        _connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
        });
        return this;
    }

    private static JsonObject Wrap(string value)
    {
        if (value.StartsWith("->", StringComparison.Ordinal))
            return new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "var-" + value[2..] } };
        if (value.StartsWith('='))
            return Expression("JavaScript", value[1..]);
        if (value.StartsWith('[') && value.EndsWith(']'))
            return Expression("Object", new JsonArray([.. value[1..^1].Split(',').Select(item => JsonValue.Create(item))]).ToJsonString());
        return Expression("Literal", value);
    }

    private static JsonObject Expression(string type, string value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };
}
