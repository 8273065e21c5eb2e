namespace WorkflowHost.Delivery;

/// <summary>
/// When a failed delivery is tried again. The steps are the example of Standard Webhooks 1.0.0: ten attempts in
/// 75 h 35 min, after which the delivery is a dead letter that someone sees.
/// </summary>
public static class RetrySchedule
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2),
        TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20),
        TimeSpan.FromHours(24),
    ];

    public static int MaxAttempts => Waits.Length + 1;

    /// <summary>
    /// Wait after the given number of attempts; null when there is none left. Up to a tenth is added so that many
    /// deliveries that failed together do not return together; <paramref name="jitter"/> is from 0 to 1.
    /// </summary>
    public static TimeSpan? After(int attempts, double jitter) =>
        attempts is >= 1 && attempts <= Waits.Length ? Waits[attempts - 1] * (1 + (jitter / 10)) : null;
}
