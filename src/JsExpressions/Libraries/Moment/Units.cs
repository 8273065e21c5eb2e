using JsExpressions.Values;

namespace JsExpressions.Libraries.Moment;

/// <summary>The names of units, with their abbreviations and plurals.</summary>
internal static class Units
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["y"] = "year", ["M"] = "month", ["Q"] = "quarter", ["w"] = "week", ["W"] = "isoWeek", ["d"] = "day", ["D"] = "date", ["h"] = "hour",
        ["m"] = "minute", ["s"] = "second", ["ms"] = "millisecond", ["DDD"] = "dayOfYear", ["e"] = "weekday", ["E"] = "isoWeekday",
        ["gg"] = "weekYear", ["GG"] = "isoWeekYear", ["isoweek"] = "isoWeek", ["dayofyear"] = "dayOfYear", ["isoweekday"] = "isoWeekday",
        ["weekyear"] = "weekYear", ["isoweekyear"] = "isoWeekYear",
    };

    private static readonly HashSet<string> Known =
        ["year", "month", "quarter", "week", "day", "date", "hour", "minute", "second", "millisecond", "weekday"];

    /// <summary>The unit's singular name; null for an unknown one.</summary>
    public static string? Normalize(JsRun run, JsValue value)
    {
        if (!value.IsString) return null;
        var text = Coercion.ToText(run, value);
        if (Names.TryGetValue(text, out var name)) return name;
        var lower = text.ToLowerInvariant();
        if (lower.Length > 2 && lower.EndsWith('s') && !Known.Contains(lower)) lower = lower[..^1];
        return Known.Contains(lower) ? lower : Names.GetValueOrDefault(lower.Length > 2 ? lower : "");
    }
}
