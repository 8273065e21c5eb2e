using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Scenarios;

/// <summary>
/// One line of a conformance file: a definition with input and stimuli, and (maybe) what the real Elsa 3.8 did with it. Only the
/// runner's own fields are read when it runs; what is expected has no influence.
/// </summary>
public sealed class ScenarioLine(JsonObject json)
{
    /// <summary>The line as written.</summary>
    public JsonObject Json { get; } = json;

    /// <summary>Unique name; empty when the line has none.</summary>
    public string Id => ActivityJson.Text(Json, "id") ?? "";

    /// <summary>Group; <c>expression</c> marks lines whose result is one value.</summary>
    public string Area => ActivityJson.Text(Json, "area") ?? "";

    /// <summary>What the real engine did, or null.</summary>
    public JsonObject? Expected => Json["expected"] as JsonObject;

    /// <summary>True when the real engine broke down: nothing to imitate.</summary>
    public bool IsElsaDefect =>
        ActivityJson.Member(Json, "elsaDefect") is JsonValue flag && flag.TryGetValue(out bool isDefect) && isDefect
        || ActivityJson.Text(Json, "quirk")?.StartsWith("DEFECT", StringComparison.Ordinal) is true;

    /// <summary>True when the result is one value instead of bursts.</summary>
    public bool IsExpression => Area == "expression";

    /// <summary>Flowchart mode the line was recorded in.</summary>
    public FlowchartMode Mode => ActivityJson.Text(Json, "flowchart") == "counter" ? FlowchartMode.Counter : FlowchartMode.Token;

    /// <summary>Modes in which the expectation holds.</summary>
    public IReadOnlyList<FlowchartMode> Modes =>
        Mode == FlowchartMode.Token && Json["sameInCounterMode"] is JsonValue same && same.TryGetValue(out bool also) && also
            ? [FlowchartMode.Token, FlowchartMode.Counter]
            : [Mode];

    /// <summary>What this engine does, in the shape of <c>expected</c>.</summary>
    public JsonObject Run() => Run(Mode);

    /// <summary>The same in a chosen mode.</summary>
    public JsonObject Run(FlowchartMode mode)
    {
        var actual = new ScenarioRun(Json, mode).Run();
        return IsExpression ? ExpressionScenario.Shape(Json, actual) : actual;
    }

    /// <inheritdoc />
    public override string ToString() => Id;
}
