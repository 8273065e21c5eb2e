using WorkflowHost.Cases.Plans;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Contracts;

/// <summary>Base of the tests that every database has to pass: a fresh database for each.</summary>
public abstract class StoreContract(IDatabases databases) : IAsyncLifetime
{
    internal static readonly DateTimeOffset Noon = new(2021, 12, 9, 20, 0, 0, TimeSpan.Zero);

    private TestDatabase? _database;

    protected IDatabases Databases { get; } = databases;

    protected TestDatabase Database => _database ?? throw new InvalidOperationException("Not yet created.");

    protected IWorkStore Store => Database.Store;

    protected Plan Plan { get; set; } = SamplePlan.Parse();

    public async Task InitializeAsync() => _database = await Databases.CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    protected WorkSession Open(DateTimeOffset? now = null, string actor = "ana") => Store.Open(actor, now ?? Noon, Plan);

    /// <summary>Does something in a session of its own and expects it to be committed.</summary>
    protected async Task<T> CommitAsync<T>(Func<WorkSession, T> work, DateTimeOffset? now = null)
    {
        using var session = Open(now);
        var result = work(session);
        (await session.CommitAsync(CancellationToken.None)).ShouldBe(CommitOutcome.Committed);
        return result;
    }

    protected Task CommitAsync(Action<WorkSession> work, DateTimeOffset? now = null) =>
        CommitAsync(
            session =>
            {
                work(session);
                return true;
            },
            now);

    protected static async Task<CommitOutcome> CommitAsync(WorkSession session)
    {
        using (session)
            return await session.CommitAsync(CancellationToken.None);
    }

    protected WorkDb Db() => Database.OpenDb();
}
