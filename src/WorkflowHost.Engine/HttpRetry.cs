namespace WorkflowHost.Engine;

/// <summary>
/// Elsa's HTTP resilience strategy (elsa-semantics 3.14): repeated after a timeout, a connection that failed, and statuses that pass
/// by themselves. A definition names one by its id, or an expression gives it.
/// </summary>
/// <param name="Id">What definitions name.</param>
public sealed record HttpRetry(string Id)
{
    /// <summary>Repetitions after the first attempt.</summary>
    public int MaxRetryAttempts { get; init; } = 3;

    /// <summary>Wait before the first repetition.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True: each wait is twice as long as the one before; false: all are equal.</summary>
    public bool IsExponential { get; init; } = true;

    /// <summary>Statuses worth another attempt.</summary>
    public static IReadOnlyList<int> Statuses { get; } = [408, 409, 429, 500, 502, 503, 504];

    /// <summary>Wait before a repetition, or null when there is none left.</summary>
    /// <param name="attempt">Attempts made so far, from 1.</param>
    public TimeSpan? WaitAfter(int attempt)
    {
        if (attempt > MaxRetryAttempts)
            return null;
        return IsExponential ? Delay * Math.Pow(2, Math.Min(attempt - 1, 30)) : Delay;
    }
}
