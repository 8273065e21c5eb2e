using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkflowHost.Content;
using WorkflowHost.Features.Shared.Languages;

namespace WorkflowHost.Features.Shared.Layout;

/// <summary>Instants and days as people at the sites read them: in the plan's zone and the screen's language.</summary>
public sealed class ScreenTime(PublishedContent content, TimeProvider time, IStringLocalizer<Texts> texts)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => content.Current.Plan.DayOf(Now);

    /// <summary>Day and minute, for example <c>9 dic 2021, 14:05</c>.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, content.Current.Plan.TimeZone);
        return local.ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentCulture);
    }

    public string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>How long until or since then, in the largest unit that is at least one.</summary>
    public string Distance(DateTimeOffset instant)
    {
        var span = instant - Now;
        var key = span < TimeSpan.Zero ? "time.ago" : "time.in";
        var length = span.Duration();
        var words = length switch
        {
            { TotalDays: >= 1 } => texts["time.days", (int)length.TotalDays],
            { TotalHours: >= 1 } => texts["time.hours", (int)length.TotalHours],
            _ => texts["time.minutes", Math.Max(1, (int)length.TotalMinutes)],
        };
        return texts[key, words.Value].Value;
    }
}
