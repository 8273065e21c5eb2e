namespace Formio.Tests.Vectors;

/// <summary>A clock that stands still.</summary>
public sealed class FrozenClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
