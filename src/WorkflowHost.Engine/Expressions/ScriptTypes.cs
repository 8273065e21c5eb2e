using System.Globalization;
using JsExpressions;

namespace WorkflowHost.Engine.Expressions;

/// <summary>
/// The .NET types Elsa registers for scripts (elsa-semantics 4.2), as far as they have a value here: dates become Date, as any .NET
/// date does in a script; a TimeSpan is its text.
/// </summary>
internal static class ScriptTypes
{
    public static JsObject? Find(string name, ActivityContext context) => name switch
    {
        "DateTime" or "DateTimeOffset" => Dates(context),
        "Guid" => Guids(context),
        "TimeSpan" => Spans(),
        "LogPersistenceMode" => Modes(),
        _ => null,
    };

    private static JsObject Dates(ActivityContext context)
    {
        var type = new JsObject();
        var today = TimeZoneInfo.ConvertTime(context.Now, context.Burst.Options.TimeZone).Date;
        type.Set("UtcNow", new JsDate(context.Now));
        type.Set("Now", new JsDate(context.Now));
        type.Set("Today", new JsDate(new DateTimeOffset(today, context.Burst.Options.TimeZone.GetUtcOffset(today))));
        type.SetFunction("Parse", args => new JsDate(
            DateTimeOffset.TryParse(Text(args), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? time
                : throw Format(Text(args), "DateTime")));
        return type;
    }

    private static JsObject Guids(ActivityContext context)
    {
        var type = new JsObject();
        type.Set("Empty", new ScriptGuid(Guid.Empty));
        type.SetFunction("NewGuid", _ => new ScriptGuid(ScriptFunctions.NewGuid(context)));
        type.SetFunction("Parse", args => new ScriptGuid(Guid.TryParse(Text(args), out var id) ? id : throw Format(Text(args), "Guid")));
        return type;
    }

    private static JsObject Spans()
    {
        var type = new JsObject();
        foreach (var (name, unit) in new[]
            { ("FromDays", 86_400d), ("FromHours", 3_600d), ("FromMinutes", 60d), ("FromSeconds", 1d), ("FromMilliseconds", 0.001d) })
            type.SetFunction(name, args => Span(args.Length > 0 ? args[0].ToNumber() * unit : 0));
        type.SetFunction("Parse", args => TimeSpan.TryParse(Text(args), CultureInfo.InvariantCulture, out var span)
            ? span.ToString("c", CultureInfo.InvariantCulture)
            : throw Format(Text(args), "TimeSpan"));
        return type;
    }

    private static JsObject Modes()
    {
        var type = new JsObject();
        foreach (var name in new[] { "Include", "Exclude", "Inherit" })
            type.Set(name, name);
        return type;
    }

    private static JsValue Span(double seconds) => Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds
        ? TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture)
        : throw new ActivityFaultException("OverflowException", "TimeSpan overflowed because the duration is too long.");

    private static string Text(JsValue[] args) => args.Length > 0 ? args[0].ToJsString() : "";

    private static ActivityFaultException Format(string text, string type) =>
        new("FormatException", $"'{text}' is no {type}.");
}
