using WorkflowHost.Delivery;

namespace WorkflowHost.Tests.Webhooks;

public sealed class RetryScheduleTests
{
    [Fact]
    public void Ten_attempts_take_75_hours_35_minutes_and_5_seconds()
    {
        var total = TimeSpan.Zero;
        var attempts = 1;
        while (RetrySchedule.After(attempts, jitter: 0) is { } wait)
        {
            total += wait;
            attempts++;
        }

        attempts.ShouldBe(10);
        total.ShouldBe(new TimeSpan(75, 35, 5));
    }

    [Fact]
    public void Jitter_adds_at_most_a_tenth() =>
        RetrySchedule.After(1, jitter: 1).ShouldBe(TimeSpan.FromSeconds(5.5));
}
