using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Running;

/// <summary>
/// Which inputs and outputs an activity record may show (elsa-semantics 3.13): the property's own wish, else the activity's default,
/// else the workflow's, else the host's. It never touches what the workflow does. Elsa looks for <c>internalState</c> where it never
/// is, so that one always inherits here too.
/// </summary>
internal static class LogPersistence
{
    private const string Config = "logPersistenceConfig";
    private const string Legacy = "logPersistenceMode";

    public static bool ShowsInput(ActivityContext context, string name) => Shows(context, "inputs", name);

    public static bool ShowsOutput(ActivityContext context, string name) => Shows(context, "outputs", name);

    private static bool Shows(ActivityContext context, string list, string name)
    {
        var own = context.Node.CustomProperty(Config);
        var legacy = context.Node.CustomProperty(Legacy);
        var whole = context.Burst.Workflow.Definition.CustomProperties;
        if (own is null && legacy is null && whole.Count == 0)
            return context.Burst.Options.RecordsValues;
        return Wish(context, Member(Member(own, list), name))
            ?? Wish(context, Member(own, "default"))
            ?? Mode(legacy)
            ?? Wish(context, Member(Member(whole, Config), "default"))
            ?? Mode(Member(whole, Legacy))
            ?? context.Burst.Options.RecordsValues;
    }

    private static JsonNode? Member(JsonNode? json, string name) =>
        json is JsonObject members ? ActivityJson.Member(members, name) ?? ActivityJson.Member(members, ActivityJson.Camelize(name)) : null;

    /// <summary>True = Include, false = Exclude, null = Inherit or no wish.</summary>
    private static bool? Wish(ActivityContext context, JsonNode? json)
    {
        if (json is not JsonObject wish)
            return Mode(json);
        if (ActivityJson.Text(wish, "evaluationMode") != "Expression")
            return Mode(Member(wish, "strategyType"));
        try
        {
            return Mode(ClrValues.ToNode(ExpressionReader.ReadExpression(Member(wish, "expression"))?.Evaluate(context, ElsaType.String)));
        }
        catch (ActivityFaultException)
        {
            return false; // what to record never changes what the workflow does; in doubt nothing is shown
        }
    }

    /// <summary>A mode, or the name of a strategy such as <c>Elsa.Workflows.LogPersistence.Strategies.Exclude, Elsa.Workflows.Core</c>.</summary>
    private static bool? Mode(JsonNode? json)
    {
        var name = Definitions.StrategyNames.ShortName(json?.ToString());
        return name switch
        {
            "Include" => true,
            "Exclude" => false,
            _ => null,
        };
    }
}
