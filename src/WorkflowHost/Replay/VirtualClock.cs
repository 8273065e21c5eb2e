namespace WorkflowHost.Replay;

/// <summary>
/// The time of the wave. Only the calendar is virtual: durations (deadlines of expressions, progress) stay real, so a
/// jump of days neither ends nor starves a computation.
/// </summary>
public sealed class VirtualClock(DateTimeOffset start, TimeZoneInfo zone) : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _here = new();
    private DateTimeOffset _now = start.ToUniversalTime();

    public override TimeZoneInfo LocalTimeZone => zone;

    /// <summary>The moment of whoever is acting, else the wave's.</summary>
    public override DateTimeOffset GetUtcNow() => _here.Value ?? _now;

    /// <summary>Never runs backwards.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        if (instant > _now)
            _now = instant.ToUniversalTime();
    }

    /// <summary>
    /// The rest of the running task lives at this moment: people who act within one step of the wave each do so at
    /// their own minute.
    /// </summary>
    public void ActAt(DateTimeOffset instant) => _here.Value = instant.ToUniversalTime();
}
