using System.Text.Json.Nodes;
using WorkflowHost.Engine.Values;

namespace WorkflowHost.Engine;

/// <summary>When a stored time trigger fires (elsa-semantics 3.6). Cron expressions have seconds first and are read in UTC.</summary>
public static class TimerSchedule
{
    /// <summary>The next time strictly after <paramref name="after"/>, or null when it never fires again or is no time trigger.</summary>
    /// <param name="trigger">A trigger of Timer, Cron or StartAt.</param>
    /// <param name="after">Last time it fired, or the time of publication.</param>
    public static DateTimeOffset? Next(StoredTrigger trigger, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        var payload = trigger.Payload ?? [];
        return trigger.Name switch
        {
            "Elsa.Timer" => NextInterval(payload, after),
            "Elsa.Cron" => Cron.TryParse((string?)payload["CronExpression"], out var cron) ? cron.Next(after) : null,
            "Elsa.StartAt" => Time(payload, "ExecuteAt") is { } at && at > after ? at : null,
            _ => null,
        };
    }

    private static DateTimeOffset? NextInterval(JsonObject payload, DateTimeOffset after)
    {
        if (!TimeSpan.TryParse((string?)payload["Interval"], System.Globalization.CultureInfo.InvariantCulture, out var interval))
            return null;
        if (interval <= TimeSpan.Zero || Time(payload, "StartAt") is not { } next)
            return null;
        if (next <= after)
            next += interval * (Math.Floor((after - next) / interval) + 1);
        return next;
    }

    private static DateTimeOffset? Time(JsonObject payload, string name) =>
        DateTimeOffset.TryParse((string?)payload[name], System.Globalization.CultureInfo.InvariantCulture, out var time) ? time : null;
}
