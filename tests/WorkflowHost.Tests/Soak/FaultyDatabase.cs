using System.Data.Common;
using WorkflowHost.Data;
using WorkflowHost.Data.Sql;

namespace WorkflowHost.Tests.Soak;

/// <summary>
/// A database that is slow and fails at random: reads that break, commits that never happen, and commits that happen and
/// whose answer is lost. Which ones is decided by the seed and the order of the calls.
/// </summary>
internal sealed class FaultyDatabase(Database inner, int seed) : Database
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(20);

    private readonly Random _random = new(seed);
    private int _lostAnswers;

    public override string SkipLocked => inner.SkipLocked;

    /// <summary>Commits that happened although the caller was told otherwise.</summary>
    public int LostAnswers => _lostAnswers;

    public override ReadLane Rent() => new Lane(inner.Rent(), this);

    public override async Task<CommitOutcome> CommitAsync(IReadOnlyList<Write> writes, CancellationToken cancellationToken)
    {
        var fate = Draw();
        if (fate < 0.05)
            throw new StoreUnavailableException("The commit did not happen.");
        if (fate < 0.30)
            await Task.Delay(LongestDelay * Draw(), cancellationToken);
        var outcome = await inner.CommitAsync(writes, cancellationToken);
        if (fate < 0.95)
            return outcome;
        Interlocked.Increment(ref _lostAnswers);
        throw new StoreUnavailableException("The commit happened; its answer was lost.");
    }

    public override Task<IReadOnlyList<T>> ClaimAsync<T>(
        Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken) =>
        inner.ClaimAsync(statement, values, read, cancellationToken);

    public override long NumberNow(Statement statement, object?[] values) => inner.NumberNow(statement, values);

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private void MayFail()
    {
        if (Draw() < 0.01)
            throw new StoreUnavailableException("The read failed.");
    }

    private double Draw()
    {
        lock (_random)
            return _random.NextDouble();
    }

    private sealed class Lane(ReadLane inner, FaultyDatabase owner) : ReadLane
    {
        public override List<T> Query<T>(Statement statement, object?[] values, Func<DbDataReader, T> read)
        {
            owner.MayFail();
            return inner.Query(statement, values, read);
        }

        public override ValueTask<List<T>> QueryAsync<T>(
            Statement statement, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        {
            owner.MayFail();
            return inner.QueryAsync(statement, values, read, cancellationToken);
        }

        public override void Dispose() => inner.Dispose();
    }
}
