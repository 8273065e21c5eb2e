using JsExpressions;

namespace Formio.Dates;

/// <summary>The dates JavaScript reads beyond ISO 8601, such as <c>3/14/2026</c> or <c>Mar 14, 2026</c>.</summary>
internal static class LegacyDate
{
    private static readonly JsScript Parser = JsScript.ParseExpression("Date.parse(text)");

    public static double Parse(string text, TimeZoneInfo zone)
    {
        var budget = new ExpressionBudget(ExpressionLimits.Default, TimeProvider.System);
        var scope = new JsScope();
        scope.Set("text", text);
        return Parser.Evaluate(new JsRun(JsLibrary.Standard, budget, TimeProvider.System, zone), scope).AsNumber;
    }
}
