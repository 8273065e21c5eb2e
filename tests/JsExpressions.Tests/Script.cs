namespace JsExpressions.Tests;

/// <summary>Runs a text the way a host does, with a frozen clock.</summary>
internal static class Script
{
    public static readonly TimeZoneInfo Tijuana = TimeZoneInfo.FindSystemTimeZoneById("America/Tijuana");

    public static JsRun Run(ExpressionLimits? limits = null, TimeZoneInfo? zone = null) => new(
        JsLibrary.Forms, new ExpressionBudget(limits ?? ExpressionLimits.Default, FrozenClock.Instance), FrozenClock.Instance, zone ?? Tijuana);

    public static JsValue Body(string source, JsScope? scope = null, JsRun? run = null) =>
        JsScript.ParseBody(source).Evaluate(run ?? Run(), scope ?? new JsScope());

    public static string Json(string source, JsScope? scope = null, JsRun? run = null) =>
        JsJson.ToNode(Body(source, scope, run))?.ToJsonString() ?? "null";

    private sealed class FrozenClock : TimeProvider
    {
        public static readonly FrozenClock Instance = new();

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 15, 10, 0, 0, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}
