using System.Globalization;
using System.Text.Json.Nodes;

namespace WorkflowHost.Engine.Tests.Values;

public sealed class CronTests
{
    [Theory]
    [InlineData("*/15 * * * * *", "2026-03-02T08:00:00Z", "2026-03-02T08:00:15Z")]
    [InlineData("0 0 6 * * MON", "2026-03-02T06:00:00Z", "2026-03-09T06:00:00Z")]
    [InlineData("0 30 7 1 * *", "2026-03-02T08:00:00Z", "2026-04-01T07:30:00Z")]
    [InlineData("30 7 * * 1-5", "2026-03-06T08:00:00Z", "2026-03-09T07:30:00Z")]
    [InlineData("0 0 0 L * ?", "2026-02-27T00:00:00Z", "2026-02-28T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-03-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    public void The_next_time_is_found(string expression, string after, string next) =>
        Next(expression, after).ShouldBe(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("0 0 0 31 2 *")]
    [InlineData("60 * * * * *")]
    [InlineData("every monday")]
    public void What_never_comes_has_no_time(string expression) => Next(expression, "2026-03-02T08:00:00Z").ShouldBeNull();

    [Fact]
    public void A_timer_that_was_late_keeps_its_rhythm()
    {
        var trigger = new StoredTrigger("t", "Elsa.Timer", "Elsa.Timer", "", new JsonObject
        {
            ["StartAt"] = "2026-03-02T08:00:00+00:00",
            ["Interval"] = "00:10:00",
        });

        TimerSchedule.Next(trigger, new DateTimeOffset(2026, 3, 2, 9, 5, 0, TimeSpan.Zero))
            .ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 10, 0, TimeSpan.Zero));
    }

    private static DateTimeOffset? Next(string expression, string after) => TimerSchedule.Next(
        new StoredTrigger("c", "Elsa.Cron", "Elsa.Cron", "", new JsonObject { ["CronExpression"] = expression }),
        DateTimeOffset.Parse(after, CultureInfo.InvariantCulture));
}
