using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using WorkflowHost.Data.Sql.Sqlite;
using WorkflowHost.Data.Tests.Contracts;
using WorkflowHost.Data.Tests.Databases;

namespace WorkflowHost.Data.Tests.Durability;

/// <summary>Disks that are full, files that are locked, read-only or torn: refusals are told, and nothing acknowledged is lost.</summary>
public sealed class SqliteFaultTests : IAsyncLifetime
{
    private TestDatabase _database = null!; // xunit calls InitializeAsync first

    private string File => new SqliteConnectionStringBuilder(_database.Options.ConnectionString).DataSource;

    public async Task InitializeAsync() => _database = await new SqliteDatabases().CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_full_disk_refuses_and_recovers_when_there_is_room()
    {
        var isFull = true;
        await using var store = WorkData.OpenStore(_database.Options, new SqliteDatabase(
            _database.Options.ConnectionString, connection => LimitPages(connection, isFull)));
        var stored = 0;
        var refusal = await Should.ThrowAsync<StoreUnavailableException>(async () =>
        {
            for (; stored < 10_000; stored++)
                await AddAsync(store, $"full-{stored}");
        });

        refusal.IsFull.ShouldBeTrue();
        stored.ShouldBeGreaterThan(0);
        ReadAll().Count.ShouldBe(stored); // reads go on
        isFull = false;
        await AddAsync(store, "afterwards");
        ReadAll().Count.ShouldBe(stored + 1);
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_refuses_at_once()
    {
        await using var store = WorkData.OpenStore(_database.Options, new SqliteDatabase(
            _database.Options.ConnectionString, connection => Execute(connection, "PRAGMA query_only=ON")));

        (await Should.ThrowAsync<StoreUnavailableException>(() => AddAsync(store, "refused"))).IsFull.ShouldBeFalse();

        ReadAll().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_locked_by_another_program_is_told_and_taken_again_later()
    {
        await using var store = WorkData.OpenStore(_database.Options, new SqliteDatabase(
            _database.Options.ConnectionString, connection => Execute(connection, "PRAGMA busy_timeout=100")));
        using (var other = new SqliteConnection(_database.Options.ConnectionString))
        {
            other.Open();
            Execute(other, "BEGIN IMMEDIATE");
            await Should.ThrowAsync<StoreUnavailableException>(() => AddAsync(store, "while-locked"));
            Execute(other, "ROLLBACK");
        }

        await AddAsync(store, "afterwards");
        ReadAll().ShouldBe(["afterwards"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(700)]
    [InlineData(4096)]
    public async Task Garbage_behind_the_log_costs_nothing(int sizeInBytes)
    {
        var copy = await CopyAfterAsync(20, log =>
        {
            var garbage = new byte[sizeInBytes];
            new Random(sizeInBytes).NextBytes(garbage);
            return [.. log, .. garbage];
        });

        ReadAll(copy).Count.ShouldBe(20);
        Integrity(copy).ShouldBe("ok");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5000)]
    [InlineData(40_000)]
    public async Task A_log_torn_in_the_middle_leaves_a_prefix(int missingBytes)
    {
        var copy = await CopyAfterAsync(20, log => log[..^missingBytes]);

        var found = ReadAll(copy);
        found.ShouldBe(Enumerable.Range(0, found.Count).Select(i => $"unit-{i:00}"));
        found.Count.ShouldBeLessThan(20);
        Integrity(copy).ShouldBe("ok");
    }

    [Fact]
    public async Task A_torn_page_in_the_log_ends_the_log_there()
    {
        var copy = await CopyAfterAsync(20, log =>
        {
            new Random(3).NextBytes(log.AsSpan(log.Length / 2, 512));
            return log;
        });

        var found = ReadAll(copy);
        found.ShouldBe(Enumerable.Range(0, found.Count).Select(i => $"unit-{i:00}"));
        Integrity(copy).ShouldBe("ok");
    }

    /// <summary>The files as a power cut would leave them: the log beside the database, changed by what the cut does to it.</summary>
    private async Task<string> CopyAfterAsync(int units, Func<byte[], byte[]> cut)
    {
        await using var store = WorkData.OpenStore(_database.Options);
        for (var i = 0; i < units; i++)
            await AddAsync(store, string.Create(CultureInfo.InvariantCulture, $"unit-{i:00}"));
        var copy = Path.Combine(Path.GetDirectoryName(File)!, "after-the-cut.db"); // a file has a folder
        System.IO.File.Copy(File, copy);
        var log = await System.IO.File.ReadAllBytesAsync(File + "-wal");
        await System.IO.File.WriteAllBytesAsync(copy + "-wal", cut(log));
        return copy;
    }

    private static async Task AddAsync(IWorkStore store, string key)
    {
        using var session = store.Open("tester", StoreContract.Noon, SamplePlan.Parse());
        session.AddOutbox(new OutboxMessage
        {
            Kind = "Test", Payload = new string('x', 2000), IdempotencyKey = key, DueAt = StoreContract.Noon,
        });
        (await session.CommitAsync(CancellationToken.None)).IsCommitted.ShouldBeTrue();
    }

    private List<string> ReadAll() => ReadAll(File);

    private static List<string> ReadAll(string file)
    {
        using var db = WorkData.OpenDb(new DatabaseOptions { Connection = file });
        return db.Outbox.AsNoTracking().Select(m => m.IdempotencyKey).OrderBy(key => key).ToList();
    }

    private static string Integrity(string file)
    {
        using var db = WorkData.OpenDb(new DatabaseOptions { Connection = file });
        return db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").Single();
    }

    private static void LimitPages(SqliteConnection connection, bool isFull)
    {
        if (isFull)
            Execute(connection, "PRAGMA max_page_count=400");
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
