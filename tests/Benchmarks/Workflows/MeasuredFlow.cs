using System.Text.Json.Nodes;

namespace Benchmarks.Workflows;

/// <summary>
/// The flow of the figures: Start, SetVariable(JavaScript), FlowDecision(JavaScript), RunTask; resumed: SetVariable
/// (JavaScript), Finish. Written as Elsa Studio writes it.
/// </summary>
internal static class MeasuredFlow
{
    public const string DefinitionId = "measured";

    public static string Plan =>
        """
        {"key": "measure", "title": {"es": "Medición"}, "timeZone": "America/Tijuana", "language": "es",
         "roles": [{"key": "clerk", "title": {"es": "Registro"}, "permissions": ["tasks.work"], "sensitivity": ["general"]}],
         "segments": [], "sites": [], "caseTypes": [], "linkKinds": [], "partners": [], "factTypes": [], "indicators": [],
         "assignmentRules": [], "events": [], "webhookSources": []}
        """;

    public static string Definition => new JsonObject
    {
        ["id"] = "measured-1",
        ["definitionId"] = DefinitionId,
        ["name"] = "Measured",
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["variables"] = new JsonArray(Variable("Count", "Int32", "0"), Variable("Verdict", "String", "")),
        ["inputs"] = new JsonArray(),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["options"] = new JsonObject(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new JsonArray(
                Activity("start", "Elsa.Start"),
                Activity("count", "Elsa.SetVariable", ("variable", Reference("Count")), ("value", Script("variables.Count + 41 + 1"))),
                Activity("decide", "Elsa.FlowDecision", ("condition", Script("getCount() > 40"))),
                Activity("ask", "Elsa.RunTask", ("taskName", Literal("Review")), ("result", Output("Verdict"))),
                Activity("note", "Elsa.SetVariable", ("variable", Reference("Verdict")), ("value", Script("'Answer: ' + getVerdict()"))),
                Activity("end", "Elsa.Finish")),
            ["connections"] = new JsonArray(
                Connection("start", "count"), Connection("count", "decide"), Connection("decide", "ask", "True"),
                Connection("ask", "note"), Connection("note", "end"), Connection("decide", "end", "False")),
        },
    }.ToJsonString();

    private static JsonObject Variable(string name, string type, string value) => new()
    {
        ["id"] = "var-" + name,
        ["name"] = name,
        ["typeName"] = type,
        ["isArray"] = false,
        ["value"] = value,
        ["storageDriverTypeName"] = "WorkflowInstanceStorageDriver",
    };

    private static JsonObject Activity(string id, string type, params (string Name, JsonNode Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["name"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (name, value) in inputs)
            activity[name] = value;
        return activity;
    }

    private static JsonObject Reference(string name) => new() { ["id"] = "var-" + name, ["name"] = name };

    private static JsonObject Output(string name) => new()
    {
        ["typeName"] = "Object",
        ["memoryReference"] = new JsonObject { ["id"] = "var-" + name },
    };

    private static JsonObject Script(string source) => Expression("JavaScript", source);

    private static JsonObject Literal(string text) => Expression("Literal", text);

    private static JsonObject Expression(string type, string value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
    };

    private static JsonObject Connection(string from, string to, string port = "Done") => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
