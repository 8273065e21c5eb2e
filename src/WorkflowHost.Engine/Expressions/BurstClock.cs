namespace WorkflowHost.Engine.Expressions;

/// <summary>The time of a burst stands still.</summary>
internal sealed class BurstClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => 0;
}
