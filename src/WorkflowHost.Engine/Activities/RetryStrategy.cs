using System.Text.Json.Nodes;
using WorkflowHost.Engine.Expressions;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine.Activities;

/// <summary>Reads <c>customProperties.resilienceStrategy</c>: an id, or an expression that gives an id or a strategy (elsa-semantics 3.14).</summary>
internal static class RetryStrategy
{
    public static HttpRetry? Of(ActivityContext context)
    {
        if (context.Node.CustomProperty("resilienceStrategy") is not JsonObject wish)
            return null;
        if (ActivityJson.Text(wish, "mode") != "Expression")
            return Find(ActivityJson.Text(wish, "strategyId"), context);
        return ExpressionReader.ReadExpression(ActivityJson.Member(wish, "expression"))?.Evaluate(context, ElsaType.Object) switch
        {
            string id => Find(id, context),
            JsonObject strategy => Read(strategy),
            _ => null,
        };
    }

    private static HttpRetry? Find(string? id, ActivityContext context) =>
        context.Burst.Options.HttpRetries.FirstOrDefault(retry => retry.Id == id);

    private static HttpRetry Read(JsonObject json) => new(ActivityJson.Text(json, "id") ?? "")
    {
        MaxRetryAttempts = Math.Clamp(Definitions.JsonScalars.Int(ActivityJson.Member(json, "maxRetryAttempts")) ?? 3, 0, 20),
        Delay = TimeSpan.TryParse(ActivityJson.Text(json, "delay"), System.Globalization.CultureInfo.InvariantCulture, out var delay)
            ? delay
            : TimeSpan.FromSeconds(1),
        IsExponential = !"Constant".Equals(ActivityJson.Text(json, "backoffType"), StringComparison.OrdinalIgnoreCase),
    };
}
