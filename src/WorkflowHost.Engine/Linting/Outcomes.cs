using System.Text.Json.Nodes;
using WorkflowHost.Engine.Activities;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Linting;

/// <summary>The outcomes an activity can take, as the designer draws them.</summary>
internal static class Outcomes
{
    /// <summary>All of them at once rather than one of them.</summary>
    public static bool AreParallel(ActivityNode node) => node.TypeName == "Elsa.FlowFork";

    /// <summary>Outcomes drawn on the node; null when they are not known before it runs.</summary>
    public static IReadOnlyList<string>? Of(ActivityNode node)
    {
        if (!node.IsKnown)
            return null;
        if (node.Prepared is SwitchCases cases && node.TypeName == "Elsa.FlowSwitch")
            return [.. cases.Conditions.Select(item => item.Label), "Default"];
        var names = new List<string>();
        foreach (var input in node.Inputs)
        {
            if (input.Descriptor.UiHint != "dynamic-outcomes" || input.Expression is null)
                continue;
            if (Named(input.Expression) is not { } listed)
                return null;
            names.AddRange(listed);
        }
        names.AddRange(node.Type.Descriptor.Ports.Where(port => port.Type == PortKind.Flow).Select(port => port.Name));
        if (node.TypeName == "Elsa.FlowSendHttpRequest")
            names.AddRange([.. Codes(node), "Unmatched status code", "Failed to connect", "Timeout", "Done"]);
        if (node.TypeName == "Elsa.HttpEndpoint")
            return null;
        return names.Count == 0 ? ["Done"] : [.. names.Distinct()];
    }

    private static List<string>? Named(Expression expression) => expression switch
    {
        LiteralExpression { Value: null } => [],
        LiteralExpression { Value: string text } => ClrValues.Texts(text),
        ObjectExpression { Text: null or "" } => [],
        ObjectExpression { Text: { } text } when ClrValues.TryParseJson(text, out var json) && json is JsonArray => ClrValues.Texts(json),
        _ => null,
    };

    private static List<string> Codes(ActivityNode node) =>
        node.FindInput("ExpectedStatusCodes")?.Expression is { } expression && Named(expression) is { Count: > 0 } codes ? codes : ["200"];
}
